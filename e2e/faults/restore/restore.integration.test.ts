import { randomInt } from 'node:crypto';

import { expect, it } from 'vitest';

import { runRestore } from './restoreRun.ts';

const NOTHING = { lost: [], duplicated: [], diverged: [], invisible: [] };

// A seed that is known to go well, and one that nobody has tried; the name tells it.
for (const seed of ['1|0', `fresh ${String(randomInt(2 ** 31))}`])
  it(`a server restored from a backup gets everything back: seed ${seed}`, async () => {
    expect(await runRestore(seed)).toEqual(NOTHING);
  }, 180_000);
