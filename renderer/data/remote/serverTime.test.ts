import { describe, expect, it } from 'vitest';

import { timeOfUuid } from './serverTime.ts';

describe('timeOfUuid', () => {
  it('reads the microseconds of utc_random', () => {
    const atMs = Date.UTC(2026, 2, 2, 1, 0, 0, 123);
    const uuid = `${(atMs * 1000).toString(16).padStart(14, '0')}0123456789abcdef01`;
    expect(timeOfUuid(uuid)).toBe(atMs);
  });

  it('does not believe other algorithms', () => {
    expect(timeOfUuid('f17a1f5e9c2b4d3e8a6b0c1d2e3f4a5b')).toBeUndefined();
    expect(timeOfUuid('short')).toBeUndefined();
  });
});
