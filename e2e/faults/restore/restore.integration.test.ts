import { randomInt } from 'node:crypto';

import { expect, it } from 'vitest';

import { ask } from '../../integration/records.ts';
import { aHub, WORK } from '../../integration/world.ts';

import { runRestore } from './restoreRun.ts';

const NOTHING = { lost: [], duplicated: [], diverged: [], invisible: [] };

// A seed that is known to go well, and one that nobody has tried; the name tells it.
for (const seed of ['1|0', `fresh ${String(randomInt(2 ** 31))}`])
  it(`a server restored from a backup gets everything back: seed ${seed}`, async () => {
    expect(await runRestore(seed)).toEqual(NOTHING);
  }, 180_000);

it('a server that is only known by its address is backed up and restored over HTTP, and left as it was found', async () => {
  const hub = await aHub();
  const idsOn = async (db: string): Promise<unknown> => {
    const { rows } = (await ask(hub, 'GET', `/${db}/_all_docs`)) as { rows: { id: string; value: unknown }[] };
    return rows;
  };
  const before = await idsOn(WORK);
  expect(await runRestore('1|1', hub.adminUrl)).toEqual(NOTHING);
  expect(await idsOn(WORK)).toEqual(before);
  await hub.close();
}, 240_000);
