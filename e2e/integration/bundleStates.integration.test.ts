import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { allEvents, exportFrom, importOn, inspectWithPhoto, openOn, unsettled } from './bundles.ts';
import { ask } from './records.ts';
import { aHub, journalKeys, registerShop } from './world.ts';

const REASON = '录错了商户，重新登记';
const NOTHING = { outbox: [], journal: [], blobs: [], files: [] };
let hub: Hub;
let car: TestWorker;
let office: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  await setRoles('zhou.min', ['hsg/squad_leader', 'hsg/carrier']);
  car = await aWorker({ hub, user: 'chen.wei' });
  await car.sync();
  office = await aWorker({ hub, user: 'zhou.min' });
  await office.sync();
  car.line.down();
});
afterEach(async () => {
  await car.close();
  await office.close();
});

async function setRoles(user: string, roles: readonly string[]): Promise<void> {
  const path = `/_users/org.couchdb.user:${user}`;
  await ask(hub, 'PUT', path, { ...(await ask(hub, 'GET', path)), roles });
}

/** The devices that the server takes nothing of for the organisation's work. */
async function lockOut(devices: readonly string[]): Promise<void> {
  const security = await ask(hub, 'GET', '/work-hsg/_security');
  await ask(hub, 'PUT', '/work-hsg/_security', { ...security, revoked_devices: devices });
}

/** A registered shop that the server refuses. */
async function aRefusedShop(): Promise<string> {
  car.line.up();
  await registerShop(car, '示例录错店');
  await lockOut([car.ctx.runtime.device]);
  await car.sync();
  await lockOut([]);
  car.line.down();
  const [row] = await car.ctx.db.outbox.where('state').equals('refused').toArray();
  return row!.id;
}

describe('a carrier', () => {
  it('sends what it imported for others; it stays marked until the first device signs for it', async () => {
    const sha256 = await inspectWithPhoto(car, await registerShop(car), '示例照片 carrier');
    await importOn(office, await exportFrom(car));
    await office.sync();
    expect(await unsettled(office)).toEqual(NOTHING);
    const marked = await office.ctx.db.imported.toArray();
    expect(marked).toHaveLength(3);
    for (const { id, db } of marked)
      expect(await ask(hub, 'GET', `/${db}/${encodeURIComponent(id)}`)).toMatchObject({ by: 'chen.wei' });
    const year = String(new Date().getFullYear());
    const photo = await ask(hub, 'GET', `/evidence-hsg-${year}/${encodeURIComponent(`photo:${sha256}`)}`);
    expect(photo).toMatchObject({ by: 'chen.wei', device: car.ctx.runtime.device });

    car.line.up();
    await car.sync();
    expect(await unsettled(car)).toEqual(NOTHING);
    await office.sync();
    expect(await office.ctx.db.imported.count()).toBe(0);
    expect(await allEvents(office)).toEqual(await allEvents(car));
  });

  it('brings the records of a device that was locked out, which their author can not', async () => {
    await registerShop(car, '示例停用店');
    const path = await exportFrom(car);
    const security = await ask(hub, 'GET', '/work-hsg/_security');
    await ask(hub, 'PUT', '/work-hsg/_security', { ...security, revoked_devices: [car.ctx.runtime.device] });
    await setRoles('zhou.min', ['hsg/squad_leader']);
    await importOn(office, path);
    await office.signIn('chen.wei');
    await office.sync();
    expect(await office.ctx.db.outbox.toArray()).toMatchObject([{ state: 'refused', rule: 'device_revoked' }]);
    await setRoles('zhou.min', ['hsg/squad_leader', 'hsg/carrier']);
    await office.signIn('zhou.min');
    await office.sync();
    expect(await office.ctx.db.outbox.count()).toBe(0);
    await lockOut([]);
  });
});

describe('what was withdrawn', () => {
  it('travels with its reason, waits nowhere, and counts nowhere', async () => {
    const id = await aRefusedShop();
    await car.do('sync.withdraw', { item: id, reason: REASON });
    await importOn(office, await exportFrom(car));
    expect(await office.ctx.db.outbox.get(id)).toBeUndefined();
    expect(await office.ctx.db.events.get(id)).toBeDefined();
    expect(await office.ctx.db.withheld.toArray()).toEqual(await car.ctx.db.withheld.toArray());
    expect((await office.ctx.db.sites.toArray()).some(({ name }) => name === '示例录错店')).toBe(false);
    expect(await journalKeys(office, 'note')).toContain(`withheld:${id}`);
    await office.sync();
    expect(await office.ctx.db.outbox.count()).toBe(0);
    await expect(ask(hub, 'GET', `/work-hsg/${encodeURIComponent(id)}`)).rejects.toThrow('404');
    await office.crashAndWipe();
    await office.reopen();
    expect(await office.ctx.db.outbox.get(id)).toBeUndefined();
    expect(await office.ctx.db.events.get(id)).toBeDefined();
  });

  it('counts nowhere either when the word about it is on the server already and came in no other way', async () => {
    const id = await aRefusedShop();
    await car.do('sync.withdraw', { item: id, reason: REASON });
    car.line.up();
    await car.sync();
    await importOn(office, await exportFrom(car));
    expect(await office.ctx.db.withheld.toArray()).toEqual(await car.ctx.db.withheld.toArray());
    expect(await office.ctx.db.outbox.count()).toBe(0);
    await office.crashAndWipe();
    await office.reopen();
    expect(await office.ctx.db.withheld.where('id').startsWith(`${id}@`).count()).toBe(1);
  });

  it('after an earlier bundle had brought it, waits no more', async () => {
    const id = await aRefusedShop();
    await setRoles('zhou.min', ['hsg/squad_leader']);
    await office.signIn('zhou.min');
    await importOn(office, await exportFrom(car));
    expect(await office.ctx.db.outbox.get(id)).toMatchObject({ state: 'refused', rule: 'device_revoked' });
    await car.do('sync.withdraw', { item: id, reason: REASON });
    await importOn(office, await exportFrom(car));
    expect(await office.ctx.db.outbox.get(id)).toBeUndefined();
    expect(await journalKeys(office, 'event')).not.toContain(id);
    expect(await journalKeys(office, 'note')).toContain(`withheld:${id}`);
    expect(await office.ctx.db.imported.get(id)).toBeUndefined();
    expect(await office.ctx.db.withheld.where('id').startsWith(`${id}@`).count()).toBe(1);
  });
});

describe('the device that made a bundle', () => {
  it('is told as approved, waiting for approval, or locked out', async () => {
    await registerShop(car);
    const path = await exportFrom(car);
    const id = `device:${car.ctx.runtime.device}`;
    await office.sync();
    const { doc } = (await office.ctx.db.directory.get(id))!;
    const trust = async (change: object): Promise<string> => {
      await office.ctx.db.directory.put({ id, doc: { ...doc, ...change } });
      return (await openOn(office, path)).trust;
    };
    const org = (await office.ctx.db.directory.get('org:hsg'))!.doc;
    expect(await trust({})).toBe('known');
    expect(await trust({ revokedAt: '2026-11-24T01:02:03.000Z' })).toBe('revoked');
    await office.ctx.db.directory.put({ id: 'org:hsg', doc: { ...org, approveDevices: 'manual' } });
    expect(await trust({})).toBe('requested');
    expect(await trust({ approvedAt: '2026-11-24T01:02:03.000Z' })).toBe('known');
  });
});
