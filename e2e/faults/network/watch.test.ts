import { expect, it } from 'vitest';

import type { LogLine } from '../proxy/fault.ts';

import { mostInASecond, unaskedRetries } from './watch.ts';

function line(atMs: number, change: Partial<LogLine> = {}): LogLine {
  return { atMs, method: 'GET', path: `/${String(atMs)}`, user: 'chen.wei', fault: 'none', ...change };
}

it('blames what goes on with the same password after a 401, until someone types', () => {
  const log = [line(1000, { status: 401, answeredMs: 1010 }), line(1050), line(2000), line(3000), line(4000)];
  expect(unaskedRetries(log, [2500])).toEqual(['GET /2000 990 ms after a 401']);
  expect(unaskedRetries(log, [1500])).toEqual([]);
});

it('blames nothing that carries no password, nor what another account asks after another status', () => {
  const log = [line(1000, { status: 403, answeredMs: 1010 }), line(2000)];
  expect(unaskedRetries(log, [])).toEqual([]);
  const { user: _, ...anonymous } = line(2000);
  expect(
    unaskedRetries([line(1000, { status: 401, answeredMs: 1010 }), { ...anonymous, user: undefined }], []),
  ).toEqual([]);
});

it('counts the busiest second', () => {
  const log = [0, 100, 900, 1050, 1900].map((ms) => line(ms));
  expect(mostInASecond(log, 0, 5000)).toBe(3);
  expect(mostInASecond(log, 1000, 5000)).toBe(2);
});
