import { expect, it } from 'vitest';

import { StockPouch } from '../fixtures/stockPouch.ts';

import { aWorker } from './aWorker.ts';
import { CountingLine } from './countingLine.ts';
import { ask } from './records.ts';
import { aHub, CASES, openCase, registerShop, WORK } from './world.ts';

const MOVED = ['bureau', 'numbers', WORK, CASES, CASES.replace('case-', 'evidence-')] as const;

it('a stock PouchDB moves the databases to another server, and the app goes on there without loss', async () => {
  const [before, after] = [await aHub(), await aHub()];
  const line = await CountingLine.to(before.url);
  const chen = await aWorker({ hub: line, user: 'chen.wei', known: ['lin.fang'] });
  await chen.sync();
  const siteId = await registerShop(chen, '示例搬家前的店');
  const caseId = await openCase(chen, siteId);
  await chen.sync();
  await chen.sync();
  const waits = await registerShop(chen, '示例搬家时没有上传的店');

  for (const db of MOVED) {
    const at = (url: string): InstanceType<typeof StockPouch> =>
      new StockPouch(`${url.replace(/\/$/, '')}/${db}`, { skip_setup: true });
    const result = await at(before.adminUrl).replicate.to(at(after.adminUrl));
    expect(result).toMatchObject({ ok: true, doc_write_failures: 0 });
  }
  line.target = after.url;
  for (let round = 0; round < 3; round += 1) await chen.sync();
  const late = await registerShop(chen, '示例搬家后的店');
  await chen.sync();

  expect(await chen.ctx.db.outbox.toArray()).toEqual([]);
  const zhou = await aWorker({ hub: after, user: 'zhou.min' });
  await zhou.sync();
  for (const id of [siteId, waits, late]) expect(await zhou.ctx.db.sites.get(id)).toBeDefined();
  expect(await zhou.ctx.db.cases.get(caseId)).toBeDefined();
  const there = (await ask(after, 'GET', `/${WORK}/_all_docs`)) as { rows: { id: string }[] };
  const ids = new Set(there.rows.map(({ id }) => id));
  const here = await chen.ctx.db.events.filter((row) => row.db === WORK).primaryKeys();
  expect(here.filter((id) => !ids.has(id))).toEqual([]);

  for (const worker of [chen, zhou]) await worker.close();
  await line.close();
  for (const hub of [before, after]) await hub.close();
});
