import { randomInt } from 'node:crypto';

import { expect, it } from 'vitest';

import { runNetwork } from './networkRuns.ts';

/** `XUNZHI_SEED` runs them again; a seed that ends in `#2` runs the second one alone. */
const FRESH = process.env['XUNZHI_SEED'] ?? String(randomInt(2 ** 31));
const RUNS = 2;

// The short form of `npm run faults -- network`.
it.each(['fixed', FRESH])(
  'through a broken network nothing is lost, doubled or unseen (seed %s)',
  async (seed) => {
    const say = (line: string): boolean => process.stdout.write(`${line}\n`);
    const { findings, tally } = await runNetwork({ seed, times: RUNS, server: undefined, say });
    expect(findings.lines).toEqual([]);
    expect(tally.of('requests')).toBeGreaterThan(RUNS * 20);
  },
  RUNS * 60_000,
);
