import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { RemoteProblem } from '../remote/problem.ts';
import { StoreTimeout } from '../store/deadline.ts';

import { pauseAfter, problemOfRound } from './pause.ts';

describe('pauseAfter', () => {
  it('doubles up to ten seconds without network and up to a minute for a server that cannot serve', () => {
    const pauses = (problem: 'unreachable' | 'server_error'): number[] =>
      [1, 2, 3, 4, 5, 9].map((failures) => pauseAfter(failures, problem, 0.5));
    expect(pauses('unreachable')).toEqual([2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
    expect(pauses('server_error')).toEqual([3_000, 6_000, 12_000, 24_000, 48_000, 60_000]);
  });
});

describe('problemOfRound', () => {
  it('tells the server’s faults from this computer’s', () => {
    expect(problemOfRound(new RemoteProblem('tls_error'))).toBe('tls_error');
    expect(problemOfRound(z.string().safeParse(1).error)).toBe('server_error');
    expect(problemOfRound(new SyntaxError('no JSON'))).toBe('server_error');
    expect(problemOfRound(new StoreTimeout('feed.write'))).toBe('local_failed');
    expect(problemOfRound(new Error('the disk is full'))).toBe('local_failed');
  });
});
