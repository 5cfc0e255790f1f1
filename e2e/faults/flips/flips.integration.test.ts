import { randomInt } from 'node:crypto';

import { expect, it } from 'vitest';

import { flipMany } from './flipRuns.ts';

const TIMES = 90;

// The short form of `npm run faults -- flips`, with a seed that nobody has tried.
it('no changed byte of a dossier, a PDF or a code passes', async () => {
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  const { missed, tried } = await flipMany(String(randomInt(2 ** 31)), TIMES, say);
  expect(missed).toEqual([]);
  expect(tried).toEqual({ zip: 30, pdf: 30, code: 30 });
}, 120_000);
