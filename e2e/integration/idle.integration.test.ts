import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Hub } from '../../scripts/hub/start.ts';
import { sumUp, type Round } from '../bench/idle/rounds.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { CountingLine } from './countingLine.ts';
import { aLeaf, aStrangersShop, writeLeaves } from './records.ts';
import { aHub, openCase, registerShop, WORK } from './world.ts';

let hub: Hub;
let line: CountingLine;
let worker: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  line = await CountingLine.to(hub.url);
  worker = await aWorker({ hub: line, user: 'chen.wei', known: ['lin.fang'] });
  await openCase(worker, await registerShop(worker));
  await worker.sync();
  await worker.sync();
});
afterEach(async () => {
  await worker.close();
  await line.close();
  await hub.close();
});

async function aRound(): Promise<Round> {
  line.exchanges.length = 0;
  await worker.ctx.loop.now();
  return sumUp(line.exchanges, 0);
}

it('what this device sent since is no sign of a server that counts anew: nothing is compared', async () => {
  await registerShop(worker, '示例又一店');
  for (let round = 0; round < 3; round += 1) {
    await aRound();
    expect(line.exchanges.filter(({ method, path }) => method === 'GET' && path.includes('_all_docs'))).toEqual([]);
  }
  expect(await worker.ctx.db.outbox.count()).toBe(0);
});

it('years that are over and were not there are not asked for again soon', async () => {
  await aRound();
  const { told } = await aRound();
  const year = new Date().getFullYear();
  expect(told).toContain(`case-hsg-${String(year - 1)}`);
  expect(told).not.toContain(`case-hsg-${String(year - 2)}`);
});

it('a sync with nothing new costs two small requests a database, however much is held', async () => {
  for (let round = 0; round < 2; round += 1) await aRound(); // reads back what it sent itself
  const few = await aRound();
  const shops = Array.from({ length: 600 }, (_, i) => aStrangersShop(`示例第${String(i)}店`));
  await writeLeaves(
    hub,
    WORK,
    shops.map((shop) => aLeaf(shop, 1, 'a')),
  );
  await worker.sync();
  expect(await worker.ctx.db.sites.count()).toBeGreaterThan(600);
  for (let round = 0; round < 2; round += 1) await aRound();
  const many = await aRound();
  for (const { requests, bytes, told } of [few, many])
    expect({ told, isSmall: requests <= 2 && bytes <= 2_048 }).toEqual({ told, isSmall: true });
  // Sequences and ids grow by a digit or two, and no more.
  expect(Math.abs(many.bytes - few.bytes)).toBeLessThanOrEqual(200);
});
