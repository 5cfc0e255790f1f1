import { randomInt } from 'node:crypto';

import { expect, it } from 'vitest';

import { runFleet } from '../faults/fleet/fleetRuns.ts';

/** `XUNZHI_SEED` runs histories again; a seed that ends in `#3` runs the third one alone. */
const FRESH = process.env['XUNZHI_SEED'] ?? String(randomInt(2 ** 31));
const RUNS = Number(process.env['XUNZHI_RUNS'] ?? 2);

// The short form of `npm run faults -- fleet`.
it.each(['fixed', FRESH])(
  'random histories end equal everywhere: nothing lost, doubled or unseen (seed %s)',
  async (seed) => {
    const say = (line: string): boolean => process.stdout.write(`${line}\n`);
    const { findings, steps } = await runFleet({ seed, times: RUNS, say, kind: { least: 40, most: 60 } });
    expect(findings.lines).toEqual([]);
    expect(steps).toBeGreaterThanOrEqual(RUNS * 40);
  },
  60_000 + RUNS * 30_000,
);
