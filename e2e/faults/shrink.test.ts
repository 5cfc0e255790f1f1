import { expect, it } from 'vitest';

import { shrink } from './shrink.ts';

const HISTORY = Array.from({ length: 30 }, (_, step) => step);

it('leaves only what is needed to fail', async () => {
  const fails = (part: readonly number[]): Promise<boolean> => Promise.resolve(part.includes(7) && part.includes(22));
  expect(await shrink(HISTORY, fails)).toEqual([7, 22]);
});

it('answers the whole history when it does not fail again, and stops in time', async () => {
  let tried = 0;
  const never = (): Promise<boolean> => Promise.resolve((tried += 1) < 0);
  expect(await shrink(HISTORY, never, 10)).toEqual(HISTORY);
  expect(tried).toBe(10);
});
