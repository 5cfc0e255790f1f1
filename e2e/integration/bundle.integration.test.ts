import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Hub } from '../../scripts/hub/start.ts';
import { DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE } from '../../scripts/server-setup/demoRecovery.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { allEvents, bytesOf, exportFrom, importOn, inspectWithPhoto, openOn, unsettled } from './bundles.ts';
import { holdStore } from './holdStore.ts';
import { ask } from './records.ts';
import { aHub, aNotice, brokenLogs, journalKeys, openCase, ownEvents, registerShop } from './world.ts';

let hub: Hub;
let car: TestWorker;
let office: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  car = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await car.sync();
  office = await aWorker({ hub, user: 'zhou.min' });
  await office.sync();
  car.line.down();
});
afterEach(async () => {
  vi.useRealTimers();
  await car.close();
  await office.close();
});

/** A day in the car without network: a shop, an inspection with a photo, a case with a numbered notice. */
async function aDay(): Promise<void> {
  const siteId = await registerShop(car);
  await inspectWithPhoto(car, siteId, `示例照片 ${siteId}`);
  const caseId = await openCase(car, siteId);
  await car.do('notice.issue', aNotice(car, caseId));
}

/** Ids of events on the server, of the demo organisation's databases. */
async function onServer(): Promise<string[]> {
  const year = new Date().getFullYear();
  const found: string[] = [];
  for (const db of ['work-hsg', `case-hsg-${String(year)}`]) {
    const { rows } = (await ask(hub, 'GET', `/${db}/_all_docs`)) as { rows?: { id: string }[] };
    found.push(...(rows ?? []).map(({ id }) => id));
  }
  return found;
}

describe('work carried in a bundle', () => {
  it('is the same on the other device: records, files, states, and the journal has it first', async () => {
    await aDay();
    const before = await unsettled(car);
    const path = await exportFrom(car);
    expect(await unsettled(car)).toEqual(before);

    const preview = await openOn(office, path);
    expect(preview).toMatchObject({
      device: car.ctx.runtime.device,
      trust: 'known',
      people: [{ user: 'chen.wei', name: '陈伟（示例）' }],
      eventsHere: 0,
      blobsHere: 0,
      gaps: 0,
    });
    const order: string[] = [];
    office.fault = (request) => {
      if (request === 'journal.append') order.push('journal');
    };
    office.ctx.db.events.hook('creating', () => {
      order.push('store');
    });
    const result = await office.do('bundle.import', { bundle: preview.bundle });
    expect(result).toEqual({ events: preview.events, eventsHere: 0, blobs: preview.blobs, blobsHere: 0, bad: 0 });
    expect(preview.events).toBeGreaterThan(5);
    expect(preview.blobs).toBe(2);
    expect(order.indexOf('journal')).toBeLessThan(order.indexOf('store'));
    expect(await unsettled(office)).toEqual(before);
    for (const { event } of await car.ctx.db.events.toArray())
      expect((await office.ctx.db.events.get(event._id))?.event).toEqual(event);
    expect(await office.ctx.db.cases.toArray()).toEqual(await car.ctx.db.cases.toArray());
    expect(await office.ctx.db.imported.count()).toBe(preview.events);
  });

  it('changes nothing when it comes twice, or when the server has it already', async () => {
    await aDay();
    const path = await exportFrom(car);
    await importOn(office, path);
    const [first, events] = [await unsettled(office), await allEvents(office)];
    const again = await importOn(office, path);
    expect(again).toMatchObject({ events: 0, blobs: 0, bad: 0 });
    expect(await unsettled(office)).toEqual(first);
    expect(await importOn(car, path)).toMatchObject({ events: 0, blobs: 0, bad: 0 });

    car.line.up();
    await car.sync();
    await office.sync(); // sees that it is there
    await office.sync(); // asks whether the whole server has it
    expect(await unsettled(office)).toMatchObject({ outbox: [], journal: [] });
    const late = await importOn(office, path);
    expect(late).toMatchObject({ events: 0, bad: 0 });
    expect(await allEvents(office)).toEqual(events);
    expect(await office.ctx.db.outbox.count()).toBe(0);
  });

  it('goes up by its author on the other device; later the first one meets it without doubles', async () => {
    await aDay();
    const files = (await car.ctx.port.call('blob.list', {})).blobs;
    expect(files).toHaveLength(2);
    await importOn(office, await exportFrom(car));
    await office.sync();
    expect(await office.ctx.db.outbox.count()).toBeGreaterThan(5); // waits for its author
    await office.do('session.lock', {});
    await office.signIn('chen.wei');
    await office.sync();
    expect(await unsettled(office)).toEqual({ outbox: [], journal: [], blobs: [], files: [] });
    for (const { key } of files) {
      const path = `/evidence-hsg-${String(new Date().getFullYear())}/${encodeURIComponent(key)}`;
      expect(await ask(hub, 'GET', path)).toMatchObject({ by: 'chen.wei', device: car.ctx.runtime.device });
    }
    expect(await office.ctx.db.imported.count()).toBe(0); // the author's own account has vouched

    const before = await onServer();
    car.line.up();
    await car.sync();
    expect(await unsettled(car)).toEqual({ outbox: [], journal: [], blobs: [], files: [] });
    const events = (ids: readonly string[]): string[] => ids.filter((id) => !id.startsWith('head:'));
    expect(events(await onServer())).toEqual(events(before));
    await office.sync();
    expect(await allEvents(office)).toEqual(await allEvents(car));
    expect(brokenLogs(await ownEvents(car))).toEqual([]);
  });

  it('waits on the other device no more once its own device has brought it to the server', async () => {
    await aDay();
    await importOn(office, await exportFrom(car));
    car.line.up();
    await car.sync();
    await office.sync(); // sees its records
    await office.sync(); // and ends their wait
    expect(await unsettled(office)).toEqual({ outbox: [], journal: [], blobs: [], files: [] });
  });

  it('stays marked until a head of its device covers it', async () => {
    await aDay();
    await importOn(office, await exportFrom(car));
    const marked = await office.ctx.db.imported.count();
    await office.sync();
    expect(await office.ctx.db.imported.count()).toBe(marked);
    await office.reopen();
    await office.unlock('zhou.min');
    expect(await office.ctx.db.imported.count()).toBe(marked);
    car.line.up();
    await car.sync();
    await office.sync();
    expect(await office.ctx.db.imported.count()).toBe(0);
    expect((await journalKeys(office, 'note')).filter((key) => key.startsWith('imported:'))).toEqual([]);
  });

  it('keeps what the server refused, with the reason, also after IndexedDB was lost', async () => {
    await registerShop(car);
    const [row] = await car.ctx.db.outbox.toArray();
    const refused = {
      state: 'refused',
      reason: 'forbidden: role: hsg/officer',
      refusedAt: '2026-11-24T01:02:03.000Z',
    } as const;
    await car.ctx.db.outbox.update(row!.id, refused);
    await importOn(office, await exportFrom(car));
    expect(await office.ctx.db.outbox.get(row!.id)).toMatchObject(refused);
    await office.crashAndWipe();
    await office.reopen();
    expect(await office.ctx.db.outbox.get(row!.id)).toMatchObject(refused);
    expect(await office.ctx.db.imported.count()).toBe(1);
  });

  it('gives a device back its own work and its logs, when it lost both', async () => {
    await registerShop(car);
    await registerShop(car, '示例第二店');
    const path = await exportFrom(car);
    await car.ctx.port.call('journal.drop', {
      entries: (await journalKeys(car, 'event')).map((key) => ({ kind: 'event', key })),
    });
    await car.ctx.port.call('journal.drop', {
      entries: (await journalKeys(car, 'note')).map((key) => ({ kind: 'note', key })),
    });
    await car.crashAndWipe();
    await car.reopen();
    await car.unlock('chen.wei');
    expect(await car.ctx.db.events.count()).toBe(0);
    expect(await importOn(car, path)).toMatchObject({ events: 2 });
    expect(await car.ctx.db.imported.count()).toBe(0);
    await registerShop(car, '示例第三店');
    expect((await ownEvents(car)).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(brokenLogs(await ownEvents(car))).toEqual([]);
  });
});

describe('nothing is imported', () => {
  /** What the office would have of an import. */
  const traces = async (): Promise<unknown> => ({
    ...((await unsettled(office)) as object),
    events: await allEvents(office),
    marks: await office.ctx.db.imported.count(),
  });

  it('of a file that was cut or altered, with a wrong passphrase or without space', async () => {
    await aDay();
    const path = await exportFrom(car);
    const before = await traces();
    const bytes = bytesOf(path);
    const other = join(car.folder, 'other.xzbundle');
    const refusal = (change: Buffer): Promise<unknown> => {
      writeFileSync(other, change);
      return openOn(office, other).then(
        () => undefined,
        (error: unknown) => (error as { code?: string }).code,
      );
    };
    expect(await refusal(bytes.subarray(0, bytes.length - 100_000))).toBe('bundle_cut');
    const flipped = Buffer.from(bytes);
    flipped[100_000]! ^= 1;
    expect(await refusal(flipped)).toBe('bundle_damaged');
    await office.desk.pickBundle(path);
    await office.desk.pickKey(DEMO_RECOVERY_FILE);
    await expect(office.desk.open('not the passphrase')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    office.freeBytes = 0;
    await expect(office.desk.open(DEMO_RECOVERY_PASSPHRASE)).rejects.toMatchObject({ code: 'disk_low' });
    office.freeBytes = 1024 ** 4;
    expect(await traces()).toEqual(before);
    expect((await office.desk.open(DEMO_RECOVERY_PASSPHRASE)).checked.ids.length).toBeGreaterThan(5);
  });

  it('when the store hangs, and the journal keeps nothing of it', async () => {
    await aDay();
    const preview = await openOn(office, await exportFrom(car));
    const before = await traces();
    const realPause = globalThis.setTimeout;
    const release = await holdStore(office.ctx.db.name, 'events');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let answer: unknown;
    void office.send('bundle.import', { bundle: preview.bundle }).then((given) => (answer = given));
    for (let second = 0; answer === undefined && second < 60; second += 1) {
      await new Promise<void>((done) => realPause(done, 5));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    vi.useRealTimers();
    expect(answer).toMatchObject({ ok: false, error: { code: 'write_failed' } });
    await release();
    expect(await traces()).toEqual(before);
  });

  it('on a disk that takes no photos, before anything is written', async () => {
    await registerShop(car);
    const { bundle } = await openOn(office, await exportFrom(car));
    const before = await traces();
    office.disk = { level: 'no_photos', freeBytes: 300, neededBytes: 500, copies: [] };
    expect(await office.send('bundle.import', { bundle })).toMatchObject({
      ok: false,
      error: { code: 'disk_low_photos', subject: '300|500' },
    });
    expect(await traces()).toEqual(before);
    office.disk = { level: 'plenty', copies: [] };
    expect(await office.do('bundle.import', { bundle })).toMatchObject({ events: 1, bad: 0 });
  });

  it('of a device that the bureau knows by another key', async () => {
    await registerShop(car);
    const path = await exportFrom(car);
    const id = `device:${car.ctx.runtime.device}`;
    const card = (await office.ctx.db.directory.get(id)) ?? {
      id,
      doc: { ...(await ask(hub, 'GET', `/bureau/${id}`)) },
    };
    const publicKey = { ...(card.doc['publicKey'] as object), x: 'A'.repeat(43) };
    await office.ctx.db.directory.put({ id, doc: { ...card.doc, publicKey } });
    const { bundle, trust } = await openOn(office, path);
    expect(trust).toBe('forged');
    expect(await office.send('bundle.import', { bundle })).toMatchObject({
      ok: false,
      error: { code: 'bundle_forged' },
    });
    await office.ctx.db.directory.delete(id);
    expect(await openOn(office, path)).toMatchObject({ trust: 'unknown' });
  });
});

it('cannot be exported before the bureau has told its recovery key', async () => {
  const fresh = await aWorker({ hub, user: 'lin.fang' });
  await registerShop(fresh);
  await expect(exportFrom(fresh)).rejects.toMatchObject({ code: 'no_recovery_key' });
  await fresh.close();
});
