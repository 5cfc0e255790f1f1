import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anEvent } from '../hub/testing/records.ts';
import { TestServer, type Reply } from '../hub/testing/testServer.ts';

import { ServerClient } from './client.ts';
import { approveDevice, revokeDevice, setUpDevices } from './devices.ts';
import { raiseFloors } from './floors.ts';
import { resetPassword } from './people.ts';
import { provision } from './provision.ts';
import { changesIn } from './report.ts';

const NOW_MS = Date.UTC(2026, 5, 1);
let server: TestServer;
let client: ServerClient;
let block = 0;

beforeAll(async () => {
  server = await TestServer.open();
  client = new ServerClient(server.adminUrl);
});
afterAll(() => server.close());

/** The next block of organisation `b`, asked for by its officer from a device. */
function lease(device: string): Promise<Reply> {
  block += 1;
  const id = `lease:${server.org('b')}:D07:2026:${String(block)}`;
  const body = { _id: id, kind: 'lease', by: server.user('other'), org: server.org('b'), device, nonce: randomUUID() };
  return server.put('numbers', body, server.user('other'));
}

function write(device: string, by: 'other' | 'officer' = 'other', name: 'a' | 'b' = 'b'): Promise<Reply> {
  const event = anEvent({ by: server.user(by), org: server.org(name), device });
  return server.put(server.database('case', name), event, server.user(by));
}

async function refusalOf(reply: Promise<Reply>): Promise<string> {
  const { status, body } = await reply;
  return status === 403 ? (String(body['reason']).split(':')[0] ?? '') : String(status);
}

describe('a device', () => {
  it('waits for approval: it writes records, and leases nothing', async () => {
    const device = await server.requestDevice();
    expect((await write(device)).status).toBe(201);
    expect(await refusalOf(lease(device))).toBe('device_not_approved');
    await approveDevice(client, device, 'root');
    expect((await lease(device)).status).toBe(201);
    const card = await server.ask('GET', `/bureau/device:${device}`, { as: server.user('other') });
    expect(card.body).toMatchObject({ approvedBy: 'root', approvedAt: expect.any(String) as string });
    expect(changesIn(await approveDevice(client, device, 'root'))).toBe(0);
  });

  it('cannot approve itself, and its card is written once by its user', async () => {
    const device = await server.requestDevice();
    const path = `/bureau/device:${device}`;
    const { body } = await server.ask('GET', path, { as: server.user('other') });
    const approved = { ...body, approvedAt: '2026-05-01T00:00:00.000Z', approvedBy: server.user('other') };
    expect(await refusalOf(server.put('bureau', approved, server.user('other')))).toBe('exists');
    const other = randomUUID();
    const fresh = { ...approved, _id: `device:${other}`, device: other, _rev: undefined };
    expect(await refusalOf(server.put('bureau', fresh, server.user('other')))).toBe('admins_only');
    const leaf = { ...approved, _rev: `1-${randomUUID().replaceAll('-', '')}` };
    const replicated = await server.ask('POST', '/bureau/_bulk_docs', {
      as: server.user('other'),
      body: { new_edits: false, docs: [leaf] },
    });
    expect(replicated.body).toMatchObject([{ error: 'forbidden' }]);
  });

  it('that is revoked writes nowhere, and its blocks are closed with the reason', async () => {
    const device = await server.requestDevice();
    await approveDevice(client, device.slice(-12), 'root');
    const leased = await lease(device);
    await revokeDevice(client, device, 'root', '遗失（示例）');
    expect(await refusalOf(write(device))).toBe('device_revoked');
    expect(await refusalOf(write(device, 'officer', 'a'))).toBe('device_revoked');
    expect(await refusalOf(lease(device))).toBe('device_revoked');
    const query = `startkey="closing:${device}"&endkey="closing:${device}:~"&include_docs=true`;
    const closings = await server.ask('GET', `/numbers/_all_docs?${query}`, { as: server.user('other') });
    expect(closings.body['rows']).toMatchObject([
      { doc: { closed: device, reason: '遗失（示例）', leases: [leased.body['id']] } },
    ]);
    expect(changesIn(await revokeDevice(client, device, 'root', 'again'))).toBe(0);
    await approveDevice(client, device, 'root');
    expect((await write(device)).status).toBe(201);
  });

  it('is brought into the lists by the next run when only its card could be written', async () => {
    const device = await server.requestDevice();
    const path = `/bureau/device:${device}`;
    const { body } = await server.ask('GET', path);
    await server.put('bureau', { ...body, revokedAt: '2026-05-02T00:00:00.000Z', revokedBy: 'root' });
    expect((await write(device)).status).toBe(201);
    expect(changesIn(await provision(server.adminUrl, server.plan))).toBeGreaterThan(0);
    expect(await refusalOf(write(device))).toBe('device_revoked');
    expect(await setUpDevices(client)).toEqual([]);
  });
});

describe('administrators of the home organisation', () => {
  it('keep cards and lists of every organisation; others do not', async () => {
    const device = await server.requestDevice();
    const path = `/bureau/device:${device}`;
    const { body } = await server.ask('GET', path);
    const approved = { ...body, approvedAt: '2026-05-01T00:00:00.000Z', approvedBy: server.user('admin') };
    expect((await server.put('bureau', approved, server.user('supervisor'))).status).toBe(403);
    expect((await server.put('bureau', approved, server.user('admin'))).status).toBe(201);
    const security = await server.ask('GET', '/numbers/_security', { as: server.user('admin') });
    const lists = { ...security.body, approved_devices: [device] };
    const put = (as: string): Promise<Reply> => server.ask('PUT', '/numbers/_security', { as, body: lists });
    expect((await put(server.user('supervisor'))).status).toBe(403);
    expect((await put(server.user('admin'))).status).toBe(200);
    expect((await lease(device)).status).toBe(201);
  });

  it('cannot read who reported something, nor can officers and the brigade; clerks can', async () => {
    const path = `/sealed-${server.org('a')}/_all_docs`;
    for (const name of ['admin', 'officer', 'supervisor'] as const)
      expect([name, (await server.ask('GET', path, { as: server.user(name) })).status]).toEqual([name, 403]);
    for (const name of ['carrier', 'backup'] as const)
      expect([name, (await server.ask('GET', path, { as: server.user(name) })).status]).toEqual([name, 200]);
  });
});

describe('the account that makes backups', () => {
  it('reads every database of every organisation and writes nothing', async () => {
    const as = server.user('backup');
    for (const name of [server.database('case', 'a'), server.database('evidence', 'b'), 'numbers', 'bureau', 'brigade'])
      expect([name, (await server.ask('GET', `/${name}/_changes`, { as })).status]).toEqual([name, 200]);
    const event = anEvent({ by: server.user('officer'), org: server.org('a') });
    expect(await refusalOf(server.put(server.database('case', 'a'), event, as))).toBe('author');
  });
});

describe('floors', () => {
  it('stand above all that is known and a margin more, and never fall', async () => {
    const device = await server.requestDevice();
    await approveDevice(client, device, 'root');
    await lease(device);
    const highest = block * 50;
    const granted = { type: 'number.granted' as const, data: { series: aSeries('a'), n: 777 } };
    await server.put(server.database('case', 'a'), {
      ...anEvent({ by: server.user('officer'), org: server.org('a'), device }, granted.type),
      ...granted,
    });
    const floorOf = async (name: 'a' | 'b' | 'city'): Promise<unknown> =>
      (await server.ask('GET', `/numbers/floor:${server.org(name)}:D07:2026`)).body['n'];
    await raiseFloors(client, 'root', 100, NOW_MS);
    expect([await floorOf('a'), await floorOf('b'), await floorOf('city')]).toEqual([878, highest + 101, 101]);
    expect(changesIn(await raiseFloors(client, 'root', 100, NOW_MS))).toBe(0);
    expect(changesIn(await raiseFloors(client, 'root', 10, NOW_MS))).toBe(0);
    await raiseFloors(client, 'root', 200, NOW_MS);
    expect(await floorOf('a')).toBe(978);
  });

  function aSeries(name: 'a'): { readonly org: string; readonly kind: 'D07'; readonly year: number } {
    return { org: server.org(name), kind: 'D07', year: 2026 };
  }
});

describe('a reset password', () => {
  it('replaces the old one and leaves the roles', async () => {
    await resetPassword(client, server.user('colleague'), '新的密码 1');
    const session = await server.ask('GET', '/_session', { as: server.user('colleague'), password: '新的密码 1' });
    expect(session.body).toMatchObject({ userCtx: { roles: [`${server.org('a')}/officer`] } });
    expect((await server.ask('GET', '/_session', { as: server.user('colleague') })).status).toBe(401);
    await expect(resetPassword(client, 'nobody.here', 'x')).rejects.toThrow(/no account/);
  });
});
