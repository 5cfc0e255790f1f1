import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { NUMBERED_KINDS } from '#shared/documents/number.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { ServerClient } from '../../scripts/server-setup/client.ts';
import { approveDevice, revokeDevice } from '../../scripts/server-setup/devices.ts';
import { raiseFloors } from '../../scripts/server-setup/floors.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { ask } from './records.ts';
import { aHub, aNotice, anInspection, CASES, openCase, registerShop } from './world.ts';

let hub: Hub;
let officer: TestWorker;
let admin: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  await manual();
  officer = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  admin = await aWorker({ hub, user: 'admin' });
});
afterEach(async () => {
  await officer.close();
  await admin.close();
  await hub.close();
});

/** The organisation's devices need approval from here on, as at a real bureau. */
async function manual(): Promise<void> {
  const card = await ask(hub, 'GET', '/bureau/org:hsg');
  await ask(hub, 'PUT', '/bureau/org:hsg', { ...card, approveDevices: 'manual' });
  const security = (await ask(hub, 'GET', '/numbers/_security')) as { automatic_orgs: string[] };
  const automatic_orgs = security.automatic_orgs.filter((org) => org !== 'hsg');
  await ask(hub, 'PUT', '/numbers/_security', { ...security, automatic_orgs });
}

function idOf(worker: TestWorker): string {
  return worker.ctx.runtime.device;
}

async function issue(worker: TestWorker): Promise<string> {
  const caseId = await openCase(worker, await registerShop(worker));
  const answer = await worker.send('notice.issue', aNotice(worker, caseId));
  return answer.ok ? answer.value.number : answer.error.code;
}

async function leases(): Promise<unknown[]> {
  const { rows } = (await ask(hub, 'GET', '/numbers/_all_docs?startkey="lease:"&endkey="lease;"')) as {
    rows: unknown[];
  };
  return rows;
}

describe('a device that waits for approval', () => {
  it('inspects, takes cases and sends them, but asks for no number and issues nothing', async () => {
    await officer.sync();
    const siteId = await registerShop(officer);
    const draft = (await officer.do('draft.newId', {})).id;
    await officer.do('inspection.submit', { draft, content: anInspection(officer, siteId), photos: [] });
    await openCase(officer, siteId);
    expect(await issue(officer)).toBe('device_not_approved');
    await officer.sync();
    await officer.sync();
    expect(await officer.ctx.db.outbox.count()).toBe(0);
    const asked = officer.line.asked.filter(({ path }) => path.startsWith('/numbers/lease'));
    expect([asked, await leases()]).toEqual([[], []]);
  });

  it('gets numbers as soon as an administrator approved it in the app', async () => {
    await admin.sync();
    expect((await admin.ctx.db.directory.get(`device:${idOf(officer)}`))?.doc).toMatchObject({ by: 'lin.fang' });
    expect(await admin.do('device.approve', { device: idOf(officer) })).toEqual({ lists: 'done' });
    await officer.sync();
    await officer.sync();
    expect(await issue(officer)).toContain('1号');
    expect(await leases()).toHaveLength(NUMBERED_KINDS.length);
  });

  it('gets them after the script approved it, too', async () => {
    await approveDevice(new ServerClient(hub.adminUrl), idOf(officer), 'admin');
    await officer.sync();
    await officer.sync();
    expect(await issue(officer)).toContain('1号');
  });

  it('keeps them when its store is lost without a network', async () => {
    await admin.do('device.approve', { device: idOf(officer) });
    await officer.sync();
    await officer.sync();
    const caseId = await openCase(officer, await registerShop(officer));
    await officer.crashAndWipe();
    officer.line.down();
    await officer.reopen();
    await officer.unlock('chen.wei');
    const answer = await officer.send('notice.issue', aNotice(officer, caseId));
    expect(answer.ok ? answer.value.number : answer.error.code).toContain('1号');
  });

  it('tells when it was last here, and who used it', async () => {
    await officer.sync();
    const seen = await admin.do('device.lastSeen', { devices: [idOf(officer), idOf(admin)] });
    expect([seen[idOf(officer)]?.user, seen[idOf(admin)]?.user]).toEqual(['chen.wei', 'admin']);
    officer.line.asked.length = 0;
    await officer.sync();
    expect(officer.line.asked.filter(({ path }) => path.includes('_local/seen'))).toEqual([]);
  });
});

describe('a device that is revoked', () => {
  beforeEach(async () => {
    await admin.do('device.approve', { device: idOf(officer) });
    await officer.sync();
    await officer.sync();
    await issue(officer);
    await officer.sync();
    await admin.sync();
  });

  it('writes nothing any more, keeps its work, and its blocks are closed for good', async () => {
    await admin.do('device.revoke', { device: idOf(officer), reason: '遗失（示例）' });
    expect(await issue(officer)).toContain('2号'); // it cannot know yet
    await officer.sync();
    const refused = await officer.ctx.db.outbox.where('state').equals('refused').toArray();
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => reason?.startsWith('device_revoked'))).toBe(true);
    expect(await issue(officer)).toBe('device_revoked');
    const { rows } = (await ask(
      hub,
      'GET',
      '/numbers/_all_docs?startkey="closing:"&endkey="closing;"&include_docs=true',
    )) as {
      rows: { doc: unknown }[];
    };
    expect(rows).toMatchObject([{ doc: { closed: idOf(officer), reason: '遗失（示例）' } }]);
    const year = String(new Date().getFullYear());
    const leased = [...NUMBERED_KINDS].sort().map((kind) => `lease:hsg:${kind}:${year}:1`);
    expect(rows[0]?.doc).toMatchObject({ leases: leased });

    await admin.do('device.approve', { device: idOf(officer) });
    await officer.ctx.db.outbox.toCollection().modify({ state: 'waiting' });
    await officer.sync();
    await officer.sync();
    expect(await officer.ctx.db.outbox.count()).toBe(0);
    expect(await issue(officer)).toContain('51号');
  });

  it('is told why by the script, too', async () => {
    await revokeDevice(new ServerClient(hub.adminUrl), idOf(officer), 'admin', '报废（示例）');
    await officer.sync();
    const card = (await officer.ctx.db.directory.get(`device:${idOf(officer)}`))?.doc;
    expect(card).toMatchObject({ revokedReason: '报废（示例）', revokedBy: 'admin' });
    expect(await issue(officer)).toBe('device_revoked');
  });

  it('is never the one at which the administrator sits', async () => {
    expect(await admin.send('device.revoke', { device: idOf(admin), reason: 'x' })).toMatchObject({
      error: { code: 'own_device' },
    });
  });
});

describe('only administrators', () => {
  it('manage devices', async () => {
    const refusal = { ok: false, error: { code: 'role_forbidden' } };
    expect(await officer.send('device.approve', { device: idOf(officer) })).toMatchObject(refusal);
    expect(await officer.send('device.lastSeen', { devices: [] })).toMatchObject(refusal);
  });

  it('who may not write the lists are told that they are pending; the next set-up run writes them', async () => {
    for (const name of ['numbers', CASES]) {
      const security = (await ask(hub, 'GET', `/${name}/_security`)) as object;
      await ask(hub, 'PUT', `/${name}/_security`, { ...security, admins: { roles: ['_admin'] } });
    }
    admin.line.lie(({ method, path }) =>
      method === 'PUT' && path.endsWith('/_security')
        ? { status: 403, json: { error: 'forbidden', reason: 'You are not a db or server admin.' } }
        : 'pass',
    );
    expect(await admin.do('device.approve', { device: idOf(officer) })).toEqual({ lists: 'pending' });
    const { approved_devices } = (await ask(hub, 'GET', '/numbers/_security')) as { approved_devices: string[] };
    expect(approved_devices).toEqual([]);
  });
});

describe('a floor', () => {
  it('is honoured by everyone: blocks in hand below it are not used, new ones lie above', async () => {
    await admin.do('device.approve', { device: idOf(officer) });
    await officer.sync();
    await officer.sync();
    expect(await issue(officer)).toContain('1号');
    await officer.sync();
    await raiseFloors(new ServerClient(hub.adminUrl), 'admin', 100, Date.now());
    await officer.sync();
    expect(await officer.ctx.db.quarantine.toArray()).toEqual([]);
    expect(await issue(officer)).toContain('151号');
  });
});
