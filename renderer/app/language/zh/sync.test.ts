import { describe, expect, it } from 'vitest';

import { quarantineReason, sync } from './sync.ts';

describe('quarantineReason', () => {
  it('falls back to the code', () => {
    expect(quarantineReason('newer')).toContain('升级');
    expect(quarantineReason('other')).toBe('other');
  });
});

describe('size', () => {
  it('never says zero and changes to MB', () => {
    expect(sync.size(0.1)).toBe('1 KB');
    expect(sync.size(3 * 1024)).toBe('3.0 MB');
  });
});
