import { randomInt } from 'node:crypto';

import { expect, it } from 'vitest';

import { runNumbers } from './numbersRuns.ts';

/** `XUNZHI_SEED` runs them again; a seed that ends in `#2` runs the second one alone. */
const FRESH = process.env['XUNZHI_SEED'] ?? String(randomInt(2 ** 31));
const RUNS = 2;

// The short form of `npm run faults -- numbers`.
it.each(['fixed', FRESH])(
  'no number is given twice and every gap has its reason (seed %s)',
  async (seed) => {
    const say = (line: string): boolean => process.stdout.write(`${line}\n`);
    const { findings, tally } = await runNumbers({ seed, times: RUNS, server: undefined, say });
    expect(findings.lines).toEqual([]);
    expect(tally.of('on paper')).toBeGreaterThan(0);
  },
  RUNS * 120_000,
);
