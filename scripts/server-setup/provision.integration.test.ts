import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readRecoveryKey, unlockRecoveryKey } from '#main/exchange/recoveryKeyFile.ts';
import { verifyEvent } from '#shared/events/envelope.ts';

import { aHub, TestServer } from '../hub/testing/testServer.ts';

import { ServerClient } from './client.ts';
import { demoPlan } from './demoPlan.ts';
import { DEMO_RECOVERY_FILE, DEMO_RECOVERY_PASSPHRASE, demoRecovery } from './demoRecovery.ts';
import { provision } from './provision.ts';
import { knownRecoveryCard, makeRecoveryKey } from './recovery.ts';
import { changesIn, tableOf } from './report.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

describe('provisioning a server', () => {
  it('changes nothing the second time', async () => {
    const steps = await provision(server.adminUrl, server.plan);
    expect(steps.length).toBeGreaterThan(30);
    expect(steps.filter(({ did }) => did !== 'unchanged')).toEqual([]);
    expect(tableOf(steps)).toMatch(/^0 things changed/);
  });

  it('keeps what an administrator added, and repairs what is missing', async () => {
    const path = `/${server.database('case', 'a')}/_security`;
    const { body } = await server.ask('GET', path);
    const revoked = ['01890a5d-ac96-774b-bcce-b302099a8057'];
    await server.ask('PUT', path, {
      body: { ...body, members: { names: ['guest'], roles: ['_admin'] }, revoked_devices: revoked },
    });
    const steps = await provision(server.adminUrl, server.plan);
    expect(steps.filter(({ did }) => did !== 'unchanged')).toEqual([
      { what: 'security', name: server.database('case', 'a'), did: 'changed' },
    ]);
    const repaired = (await server.ask('GET', path)).body;
    expect(repaired).toMatchObject({ revoked_devices: revoked, members: { names: ['guest'] } });
    await server.ask('PUT', path, { body: { ...repaired, revoked_devices: [] } });
  });

  it.each([
    ['http://127.0.0.1:9', 'bad_url'],
    ['http://admin:x@127.0.0.1:9', 'unreachable'],
  ])('names the obstacle of %s', async (url, problem) => {
    await expect(provision(url, server.plan)).rejects.toMatchObject({ problem });
  });

  it('tells a wrong password, an account without power and a foreign server apart', async () => {
    const withLogin = (user: string, password: string): string => {
      const url = new URL(server.adminUrl);
      url.username = user;
      url.password = password;
      return url.href;
    };
    await expect(provision(withLogin(server.user('officer'), 'wrong-password'), server.plan)).rejects.toMatchObject({
      problem: 'wrong_password',
    });
    await expect(provision(withLogin(server.user('officer'), 'xunzhi-demo'), server.plan)).rejects.toMatchObject({
      problem: 'not_admin',
    });
    const foreign = (): Promise<Response> => Promise.resolve(new Response('<html>welcome</html>'));
    await expect(provision(server.adminUrl, server.plan, foreign)).rejects.toMatchObject({ problem: 'not_couchdb' });
  });
});

describe('the recovery key', () => {
  const madeAt = '2026-11-24T01:02:03.000Z';
  const passphrase = 'a passphrase of the test';

  it('is made once: private half into a new file, public half onto the server', async () => {
    const client = new ServerClient(server.adminUrl);
    const folder = await mkdtemp(join(tmpdir(), 'xunzhi-recovery-'));
    const file = join(folder, 'recovery.json');
    await writeFile(file, 'something else');
    await expect(makeRecoveryKey(client, { file, passphrase, madeAt })).rejects.toMatchObject({ problem: 'key_file' });
    expect(await readFile(file, 'utf8')).toBe('something else');
    await expect(
      makeRecoveryKey(client, { file: join(folder, 'new.json'), passphrase: 'short', madeAt }),
    ).rejects.toMatchObject({ problem: 'bad_passphrase' });
    expect(await knownRecoveryCard(client)).toBeUndefined();
    expect(await readdir(folder)).toEqual(['recovery.json']);

    const order = { file: join(folder, 'new.json'), passphrase, madeAt };
    expect(await makeRecoveryKey(client, order)).toMatchObject({ what: 'recovery', did: 'created' });
    const card = await knownRecoveryCard(client);
    const locked = readRecoveryKey(await readFile(order.file, 'utf8'));
    expect(card).toMatchObject({ keyId: locked.keyId, publicKey: locked.content.publicKey });
    expect((await unlockRecoveryKey(locked, passphrase)).publicKey).toEqual(card?.publicKey);
    expect((await stat(order.file)).mode & 0o777).toBe(0o600);

    const again = { ...order, file: join(folder, 'second.json') };
    expect(await makeRecoveryKey(client, again)).toMatchObject({ did: 'unchanged' });
    expect(await readdir(folder)).toEqual(['new.json', 'recovery.json']);
    await expect(makeRecoveryKey(client, { ...again, replace: true })).rejects.toMatchObject({ problem: 'clock' });
    expect(await provision(server.adminUrl, { ...server.plan, recovery: demoRecovery() })).toContainEqual({
      what: 'recovery',
      name: `recovery:${locked.keyId}`,
      did: 'unchanged',
    });
    const later = { ...again, replace: true, madeAt: '2026-12-24T01:02:03.000Z' };
    expect(await makeRecoveryKey(client, later)).toMatchObject({ did: 'created' });
    const newest = readRecoveryKey(await readFile(later.file, 'utf8'));
    expect((await knownRecoveryCard(client))?.keyId).toBe(newest.keyId);
  });

  it('of the demo opens with the passphrase that the guide names', async () => {
    const locked = readRecoveryKey(await readFile(DEMO_RECOVERY_FILE, 'utf8'));
    expect((await unlockRecoveryKey(locked, DEMO_RECOVERY_PASSPHRASE)).publicKey).toEqual(demoRecovery().publicKey);
    expect(await readFile(new URL('../../docs/server.md', import.meta.url), 'utf8')).toContain(
      DEMO_RECOVERY_PASSPHRASE,
    );
  });
});

describe('the demo plan', () => {
  it('is provisioned once, and its records are true', async () => {
    const { hub, end } = await aHub();
    const plan = demoPlan(Date.UTC(2026, 5, 1));
    expect(changesIn(await provision(hub.adminUrl, plan))).toBeGreaterThan(100);
    expect(changesIn(await provision(hub.adminUrl, plan))).toBe(0);
    const events = plan.seeds.flatMap((seed) => seed.events);
    expect(events).toHaveLength(12);
    for (const event of events) expect(verifyEvent(event).ok).toBe(true);
    await end();
  });
});
