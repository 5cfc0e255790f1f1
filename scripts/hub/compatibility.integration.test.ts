import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anEvent, aPhoto } from './testing/records.ts';
import { TestServer } from './testing/testServer.ts';

const ORIGIN = 'app://xunzhi';

let server: TestServer;
let officer: string;
let org: string;
let cases: string;
let evidence: string;
beforeAll(async () => {
  server = await TestServer.open();
  officer = server.user('officer');
  org = server.org('a');
  cases = server.database('case', 'a');
  evidence = server.database('evidence', 'a');
});
afterAll(() => server.close());

function ownEvent(): ReturnType<typeof anEvent> {
  return anEvent({ by: officer, org });
}

/** Each title begins with the number of its line in docs/server-differences.md. */
describe('the hub answers as CouchDB does', () => {
  it('D1: welcome names couchdb and a version, also to strangers', async () => {
    const { status, body } = await server.ask('GET', '/', { as: '' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ couchdb: 'Welcome', version: expect.stringMatching(/^3\./) as string });
  });

  it('D2: a Basic header is a session; nobody is nobody; a wrong password is 401', async () => {
    expect((await server.ask('GET', '/_session', { as: officer })).body).toMatchObject({
      ok: true,
      userCtx: { name: officer, roles: [`${org}/officer`] },
    });
    expect((await server.ask('GET', '/_session', { as: '' })).body).toMatchObject({
      userCtx: { name: null, roles: [] },
    });
    expect(await server.ask('GET', '/_session', { as: officer, password: 'wrong' })).toMatchObject({
      status: 401,
      body: { error: 'unauthorized' },
    });
  });

  it('D3: the sixth wrong password closes the account, also for the right one', async () => {
    const user = server.user('colleague');
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await server.ask('GET', '/_session', { as: user, password: `wrong${String(n)}` })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 403]);
    expect(await server.ask('GET', '/_session', { as: user })).toMatchObject({
      status: 403,
      body: { reason: expect.stringMatching(/locked/i) as string },
    });
    expect((await server.ask('GET', '/_session', { as: officer })).status).toBe(200);
  });

  it('D4: a preflight from the app is allowed with sign-in; from elsewhere it is not', async () => {
    const asked = {
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization, content-type, if-match',
    };
    const path = `/${cases}/x`;
    const allowed = await server.ask('OPTIONS', path, { as: '', headers: { origin: ORIGIN, ...asked } });
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(allowed.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
    const foreign = await server.ask('OPTIONS', path, {
      as: '',
      headers: { origin: 'https://elsewhere.example', ...asked },
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await server.ask('GET', `/${cases}`, { as: officer, headers: { origin: ORIGIN } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const refused = await server.ask('GET', `/${cases}`, { as: '', headers: { origin: ORIGIN } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, ORIGIN]);
  });

  it('D5: a new database is for administrators only', async () => {
    const name = `work-${server.mark}x`;
    expect((await server.ask('PUT', `/${name}`, { as: officer })).status).toBeGreaterThanOrEqual(401);
    expect([201, 202]).toContain((await server.ask('PUT', `/${name}`)).status);
    expect((await server.ask('PUT', `/${name}`)).body).toMatchObject({ error: 'file_exists' });
    expect((await server.ask('GET', `/${name}`, { as: officer })).status).toBe(403);
    await server.ask('DELETE', `/${name}`);
    expect(await server.ask('GET', `/${name}`)).toMatchObject({ status: 404, body: { error: 'not_found' } });
  });

  it('D6: a user reads only himself', async () => {
    const path = (user: string): string => `/_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`;
    expect((await server.ask('GET', path(officer), { as: officer })).body).toMatchObject({ name: officer });
    expect([403, 404]).toContain((await server.ask('GET', path(server.user('other')), { as: officer })).status);
    expect([401, 403]).toContain((await server.ask('GET', '/_users/_all_docs', { as: officer })).status);
    const { body } = await server.ask('GET', path(officer), { as: officer });
    const raised = await server.ask('PUT', path(officer), { as: officer, body: { ...body, roles: ['_admin'] } });
    expect(raised.status).toBe(403);
    expect(JSON.stringify(body)).not.toContain('xunzhi-demo');
  });

  it('D7: conflicts and refusals are 409 and 403 with error and reason', async () => {
    const event = ownEvent();
    await server.put(cases, event, officer);
    expect(await server.put(cases, event, officer)).toMatchObject({
      status: 409,
      body: { error: 'conflict', reason: 'Document update conflict.' },
    });
    expect(await server.put(cases, { _id: 'x' }, officer)).toMatchObject({ status: 403, body: { error: 'forbidden' } });
    const { body } = await server.ask('POST', `/${cases}/_bulk_docs`, { as: officer, body: { docs: [event] } });
    expect(body).toMatchObject([{ id: event._id, error: 'conflict' }]);
  });

  it('D8: a lone surrogate refuses the whole batch with 400', async () => {
    const good = ownEvent();
    const raw = JSON.stringify({ docs: [good, { ...ownEvent(), note: 'MARK' }] }).replace('MARK', '\\ud83d');
    const { status } = await server.ask('POST', `/${cases}/_bulk_docs`, {
      as: officer,
      raw,
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(400);
    expect((await server.ask('GET', `/${cases}/${encodeURIComponent(good._id)}`, { as: officer })).status).toBe(404);
  });

  it('D9: sequences are opaque texts that a later read goes on from', async () => {
    const all = await server.ask('GET', `/${cases}/_changes`, { as: officer });
    const { last_seq } = all.body;
    expect(typeof last_seq).toBe('string');
    const event = ownEvent();
    await server.put(cases, event, officer);
    const next = await server.ask(
      'GET',
      `/${cases}/_changes?include_docs=true&since=${encodeURIComponent(String(last_seq))}`,
      { as: officer },
    );
    expect(next.body['results']).toMatchObject([{ id: event._id, doc: { hash: event.hash } }]);
    const page = await server.ask('GET', `/${cases}/_changes?limit=1`, { as: officer });
    expect(page.body['results']).toHaveLength(1);
    expect(page.body['pending']).toBeGreaterThan(0);
  });

  it('D10: a long poll answers at the next write, or empty when its time is up', async () => {
    const now = (await server.ask('GET', `/${cases}/_changes?since=now`, { as: officer })).body['last_seq'];
    const poll = `/${cases}/_changes?feed=longpoll&since=${encodeURIComponent(String(now))}`;
    const empty = await server.ask('GET', `${poll}&timeout=200`, { as: officer });
    expect(empty.body['results']).toEqual([]);
    const waiting = server.ask('GET', `${poll}&timeout=20000`, { as: officer });
    const event = ownEvent();
    await server.put(cases, event, officer);
    expect((await waiting).body['results']).toMatchObject([{ id: event._id }]);
  });

  it('D11: a photo goes up as multipart/related in one request and comes down unchanged', async () => {
    const bytes = randomBytes(300_000);
    const photo = aPhoto({ by: officer }, bytes);
    const doc = {
      ...photo,
      _attachments: { original: { follows: true, content_type: 'image/jpeg', length: bytes.length } },
    };
    const boundary = randomUUID();
    const head = `--${boundary}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(doc)}\r\n--${boundary}\r\n\r\n`;
    const raw = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--`)]);
    const path = `/${evidence}/${encodeURIComponent(photo._id)}`;
    const headers = { 'content-type': `multipart/related;boundary="${boundary}"` };
    expect((await server.ask('PUT', path, { as: officer, raw, headers })).status).toBe(201);
    expect((await server.ask('PUT', path, { as: officer, raw, headers })).status).toBe(409);
    const stored = (await server.ask('GET', path, { as: officer })).body as { _attachments?: Record<string, unknown> };
    const digest = `md5-${createHash('md5').update(bytes).digest('base64')}`;
    expect(stored._attachments).toMatchObject({
      original: { stub: true, length: bytes.length, digest, content_type: 'image/jpeg' },
    });
    const login = Buffer.from(`${officer}:xunzhi-demo`).toString('base64');
    const down = await fetch(new URL(server.adminUrl).origin + `${path}/original`, {
      headers: { authorization: `Basic ${login}` },
    });
    expect(down.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await down.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('D12: local documents are kept and are no part of the database', async () => {
    const path = `/${cases}/_local/checkpoint-${server.mark}`;
    expect((await server.ask('PUT', path, { as: officer, body: { last: 7 } })).status).toBe(201);
    expect((await server.ask('GET', path, { as: officer })).body).toMatchObject({ last: 7 });
    const all = await server.ask('GET', `/${cases}/_all_docs`, { as: officer });
    expect(JSON.stringify(all.body)).not.toContain('checkpoint');
  });

  it('D13: identifiers begin with the server time in microseconds', async () => {
    const { body } = await server.ask('GET', '/_uuids?count=2', { as: '' });
    const [uuid = ''] = body['uuids'] as string[];
    expect(uuid).toMatch(/^[0-9a-f]{32}$/);
    expect(Math.abs(Number.parseInt(uuid.slice(0, 14), 16) / 1000 - Date.now())).toBeLessThan(600_000);
  });

  it('D14: a thousand validated documents in one batch', async () => {
    const docs = Array.from({ length: 1000 }, ownEvent);
    const started = performance.now();
    const { body } = await server.ask('POST', `/${cases}/_bulk_docs`, { as: officer, body: { docs } });
    const took = performance.now() - started;
    expect((body as unknown as { ok?: boolean }[]).filter(({ ok }) => ok === true)).toHaveLength(1000);
    expect(took).toBeLessThan(server.isHub ? 2000 : 10_000);
  });

  it('D15: only administrators list databases or change settings', async () => {
    expect([401, 403]).toContain((await server.ask('GET', '/_all_dbs', { as: officer })).status);
    expect([401, 403]).toContain(
      (await server.ask('PUT', '/_node/_local/_config/cors/origins', { as: officer, body: '*' })).status,
    );
    expect((await server.ask('GET', '/_all_dbs')).body).toContain(cases);
  });

  it('D16: a body that is no JSON object is refused with 400', async () => {
    for (const raw of ['{', '[]']) {
      const { status } = await server.ask('POST', `/${cases}/_bulk_docs`, {
        as: officer,
        raw,
        headers: { 'content-type': 'application/json' },
      });
      expect(status).toBe(400);
    }
  });
});
