import { afterEach, beforeEach, expect, it } from 'vitest';

import { areaSetText, type AreaSet } from '#shared/geo/area.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { ask } from './records.ts';
import { RestorableHub } from './restorable.ts';

const ID = 'areas:grid:1';
const SET: AreaSet = {
  ...{ schema: 'xunzhi.areas.v1', level: 'grid', version: 1, crs: 'CGCS2000', source: '示例' },
  areas: [
    {
      ...{ code: 'G1', name: '示例网格一' },
      polygons: [
        [
          [
            [1_150_000_000, 300_000_000],
            [1_150_100_000, 300_000_000],
            [1_150_100_000, 300_100_000],
          ],
        ],
      ],
    },
  ],
};

let hub: RestorableHub;
let officer: TestWorker;
let admin: TestWorker;

beforeEach(async () => {
  hub = await RestorableHub.start();
  officer = await aWorker({ hub, user: 'chen.wei' });
  admin = await aWorker({ hub, user: 'admin' });
});
afterEach(async () => {
  await officer.close();
  await admin.close();
  await hub.close();
});

/** Publishes; the code of the answer, or `ok`. */
async function publish(worker: TestWorker, changes: Partial<AreaSet> = {}): Promise<string> {
  const answer = await worker.send('areas.publish', { text: areaSetText({ ...SET, ...changes }) });
  return answer.ok ? 'ok' : answer.error.code;
}

it('areas reach other devices, and outlive a store that is lost without a network', async () => {
  expect(await publish(admin)).toBe('ok');
  await officer.sync();
  const here = async (): Promise<unknown> => (await officer.ctx.db.directory.get(ID))?.doc['text'];
  expect(await here()).toBe(areaSetText(SET));
  await officer.crashAndWipe();
  await officer.reopen();
  expect(await here()).toBe(areaSetText(SET));
});

it('they are written once, one version after the other, by administrators alone', async () => {
  expect(await publish(officer)).toBe('role_forbidden');
  expect(await publish(admin, { version: 2 })).toBe('areas_version');
  expect(await publish(admin)).toBe('ok');
  expect(await publish(admin)).toBe('ok');
  expect(await publish(admin, { source: '另一处' })).toBe('areas_version');
  // As an administrator who has not synced, and as one whose answer was lost.
  await admin.ctx.db.directory.delete(ID);
  expect(await publish(admin, { source: '另一处' })).toBe('areas_taken');
  expect(await publish(admin)).toBe('ok');
  expect(await publish(admin, { version: 2 })).toBe('ok');
  expect(await publish(admin, { level: 'street' })).toBe('ok');
  expect((await admin.send('areas.publish', { text: '{}' })).ok).toBe(false);
  expect(await ask(hub, 'GET', `/bureau/${ID}`)).toMatchObject({ by: 'admin', kind: 'areas', version: 1 });
});

it('they come back from their author’s device to a server that was restored from a backup', async () => {
  await admin.sync();
  await hub.backUp();
  expect(await publish(admin)).toBe('ok');
  await admin.sync();
  await hub.restore();
  await admin.sync();
  await admin.sync();
  await officer.sync();
  expect((await officer.ctx.db.directory.get(ID))?.doc['kind']).toBe('areas');
});
