import { describe, expect, it } from 'vitest';

import { pauseAfter } from './pause.ts';

describe('pauseAfter', () => {
  it('doubles up to ten seconds without network and up to a minute for a server that cannot serve', () => {
    const pauses = (problem: 'unreachable' | 'local_write' | 'server_error'): number[] =>
      [1, 2, 3, 4, 5, 9].map((failures) => pauseAfter(failures, problem, 0.5));
    expect(pauses('unreachable')).toEqual([2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
    expect(pauses('local_write')).toEqual(pauses('unreachable'));
    expect(pauses('server_error')).toEqual([3_000, 6_000, 12_000, 24_000, 48_000, 60_000]);
  });
});
