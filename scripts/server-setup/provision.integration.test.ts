import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyEvent } from '#shared/events/envelope.ts';

import { aHub, TestServer } from '../hub/testing/testServer.ts';

import { demoPlan } from './demoPlan.ts';
import { provision } from './provision.ts';
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
