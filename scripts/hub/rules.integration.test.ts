import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aCaseStream, anEvent, aPhoto } from './testing/records.ts';
import { TestServer } from './testing/testServer.ts';

let server: TestServer;
let officer: string;
let cases: string;
let org: string;
beforeAll(async () => {
  server = await TestServer.open();
  officer = server.user('officer');
  cases = server.database('case', 'a');
  org = server.org('a');
});
afterAll(() => server.close());

function ownEvent(): ReturnType<typeof anEvent> {
  return anEvent({ by: officer, org });
}

describe('the generated validation, over HTTP', () => {
  it('takes an event from its author, once', async () => {
    const event = ownEvent();
    expect((await server.put(cases, event, officer)).status).toBe(201);
    expect((await server.put(cases, event, officer)).status).toBe(409);
  });

  it('refuses an update and a deletion, also by administrators', async () => {
    const event = ownEvent();
    const { body } = await server.put(cases, event, officer);
    const rev = String(body['rev']);
    for (const as of [officer, server.user('carrier'), undefined]) {
      const update = await server.put(cases, { ...event, _rev: rev, data: { reason: 'other' } }, as);
      expect(update).toMatchObject({
        status: 403,
        body: { error: 'forbidden', reason: expect.stringMatching(/^exists/) as string },
      });
      const path = `/${cases}/${encodeURIComponent(event._id)}?rev=${rev}`;
      const deletion = await server.ask('DELETE', path, as === undefined ? {} : { as });
      expect(deletion).toMatchObject({ status: 403, body: { reason: expect.stringMatching(/^deletion/) as string } });
    }
  });

  it('refuses a foreign author, unless a carrier brings the event', async () => {
    const event = ownEvent();
    const refused = await server.put(cases, event, server.user('colleague'));
    expect(refused).toMatchObject({ status: 403, body: { reason: expect.stringMatching(/^author/) as string } });
    expect((await server.put(cases, event, server.user('carrier'))).status).toBe(201);
  });

  it('refuses a revoked device', async () => {
    const device = randomUUID();
    const path = `/${cases}/_security`;
    const { body } = await server.ask('GET', path);
    await server.ask('PUT', path, { body: { ...body, revoked_devices: [device] } });
    const refused = await server.put(cases, anEvent({ by: officer, org, device }), officer);
    expect(refused).toMatchObject({
      status: 403,
      body: { reason: expect.stringMatching(/^device_revoked/) as string },
    });
    await server.ask('PUT', path, { body });
    expect((await server.put(cases, anEvent({ by: officer, org, device }), officer)).status).toBe(201);
  });

  it('refuses a role that may not write the type', async () => {
    const assistant = server.user('assistant');
    const notice = anEvent({ by: assistant, org, role: 'assistant' }, 'document.issued');
    expect(await server.put(cases, notice, assistant)).toMatchObject({
      status: 403,
      body: { reason: expect.stringMatching(/^type/) as string },
    });
    const claimed = anEvent({ by: assistant, org, role: 'officer' }, 'document.issued');
    expect(await server.put(cases, claimed, assistant)).toMatchObject({
      status: 403,
      body: { reason: expect.stringMatching(/^role/) as string },
    });
    expect(
      (await server.put(cases, anEvent({ by: assistant, org, role: 'assistant' }, 'photo.added'), assistant)).status,
    ).toBe(201);
  });

  it('refuses a malformed id and names each refused document of a batch', async () => {
    const good = ownEvent();
    const bad = { ...ownEvent(), _id: `${aCaseStream()}:17000000000000000:${'0'.repeat(32)}` };
    const { status, body } = await server.ask('POST', `/${cases}/_bulk_docs`, {
      as: officer,
      body: { docs: [bad, good, { _id: 'x', kind: 'note' }] },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject([
      { id: bad._id, error: 'forbidden', reason: expect.stringMatching(/^id/) as string },
      { id: good._id, ok: true },
      { id: 'x', error: 'forbidden', reason: expect.stringMatching(/^kind/) as string },
    ]);
  });

  it('keeps design documents and cards to administrators', async () => {
    expect((await server.put(cases, { _id: '_design/mine', language: 'javascript' }, officer)).status).toBe(403);
    const card = { _id: `user:${officer}`, kind: 'user', user: officer, org, name: 'x' };
    const { body } = await server.ask('GET', `/bureau/${encodeURIComponent(card._id)}`, { as: officer });
    expect(body).toMatchObject({ user: officer });
    expect(await server.put('bureau', { ...card, _rev: body['_rev'] }, officer)).toMatchObject({
      status: 403,
      body: { reason: expect.stringMatching(/^admins_only/) as string },
    });
  });

  it('lets an account register its own device once', async () => {
    const device = randomUUID();
    const card = {
      _id: `device:${device}`,
      kind: 'device',
      device,
      by: officer,
      org,
      registeredAt: '2026-05-01T00:00:00.000Z',
    };
    const written = await server.put('bureau', card, officer);
    expect(written.status).toBe(201);
    expect((await server.put('bureau', { ...card, _rev: written.body['rev'] }, officer)).status).toBe(403);
    expect((await server.put('bureau', { ...card, _id: `device:${randomUUID()}` }, officer)).status).toBe(403);
    await server.ask('DELETE', `/bureau/${encodeURIComponent(card._id)}?rev=${String(written.body['rev'])}`);
  });
});

describe('forged leaves', () => {
  it.each([
    ['generation 1, by the author himself', 1, 'officer'],
    ['generation 2, by a carrier', 2, 'carrier'],
  ] as const)('of %s pass, and every reader can see them', async (_title, start, who) => {
    const event = ownEvent();
    const { body } = await server.put(cases, event, officer);
    const ids = Array.from({ length: start }, () => randomUUID().replaceAll('-', ''));
    const forged = {
      ...event,
      data: { reason: 'forged' },
      _rev: `${String(start)}-${ids[0] ?? ''}`,
      _revisions: { start, ids },
    };
    const written = await server.ask('POST', `/${cases}/_bulk_docs`, {
      as: server.user(who),
      body: { new_edits: false, docs: [forged] },
    });
    expect(written).toMatchObject({ status: 201, body: [] });
    const revs = [String(body['rev']), forged._rev].sort();
    const changes = await server.ask('GET', `/${cases}/_changes?style=all_docs&include_docs=true`, { as: officer });
    const rows = changes.body['results'] as { id: string; changes: { rev: string }[] }[];
    expect(
      rows
        .find(({ id }) => id === event._id)
        ?.changes.map(({ rev }) => rev)
        .sort(),
    ).toEqual(revs);
    const leaves = await server.ask('GET', `/${cases}/${encodeURIComponent(event._id)}?open_revs=all`, { as: officer });
    const docs = leaves.body as unknown as { ok: { _rev: string; data: unknown } }[];
    expect(docs.map(({ ok }) => ok._rev).sort()).toEqual(revs);
    expect(docs.map(({ ok }) => ok.data)).toContainEqual(event.data);
  });

  it('are refused where the validation can see it: a later generation by an officer, a child of the true leaf', async () => {
    const event = ownEvent();
    const { body } = await server.put(cases, event, officer);
    const trueHash = String(body['rev']).split('-')[1] ?? '';
    const hash = randomUUID().replaceAll('-', '');
    for (const [as, ids] of [
      [officer, [hash, randomUUID().replaceAll('-', '')]],
      [server.user('carrier'), [hash, trueHash]],
    ] as const) {
      const forged = { ...event, data: { reason: 'forged' }, _rev: `2-${hash}`, _revisions: { start: 2, ids } };
      const { body: rows } = await server.ask('POST', `/${cases}/_bulk_docs`, {
        as,
        body: { new_edits: false, docs: [forged] },
      });
      expect(rows).toMatchObject([{ id: event._id, error: 'forbidden' }]);
    }
  });
});

describe('organisations', () => {
  it('do not read each other', async () => {
    const event = ownEvent();
    await server.put(cases, event, officer);
    const paths = ['', '/_all_docs', '/_changes', `/${encodeURIComponent(event._id)}`, '/_security', '/_local/x'];
    for (const path of paths)
      expect((await server.ask('GET', `/${cases}${path}`, { as: server.user('other') })).status).toBe(403);
    for (const path of ['/_bulk_get', '/_bulk_docs', '/_revs_diff', '/_all_docs']) {
      expect(
        (await server.ask('POST', `/${cases}${path}`, { as: server.user('other'), body: { docs: [] } })).status,
      ).toBe(403);
    }
    expect((await server.ask('GET', `/${cases}`, { as: '' })).status).toBe(401);
  });

  it('are read by the supervision brigade, which writes its opinion into their cases', async () => {
    const supervisor = server.user('supervisor');
    for (const name of ['a', 'b'] as const) {
      const database = server.database('case', name);
      expect((await server.ask('GET', `/${database}/_all_docs`, { as: supervisor })).status).toBe(200);
      const author = { by: supervisor, org: server.org('city'), role: 'supervisor' };
      expect((await server.put(database, anEvent(author, 'supervision.returned'), supervisor)).status).toBe(201);
      expect((await server.put(database, anEvent(author, 'supervision.accepted'), supervisor)).status).toBe(201);
      expect((await server.put(database, anEvent(author, 'case.found'), supervisor)).status).toBe(403);
    }
  });

  it('take a block of numbers once', async () => {
    const lease = (by: string) => ({
      _id: `lease:${org}:D07:2026:1`,
      kind: 'lease',
      by,
      org,
      device: randomUUID(),
      nonce: randomUUID(),
    });
    const both = await Promise.all(
      ['officer', 'colleague']
        .map((name) => server.user(name as 'officer'))
        .map((user) => server.put('numbers', lease(user), user)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('send photos with their bytes in one document', async () => {
    const database = server.database('evidence', 'a');
    const photo = aPhoto({ by: officer });
    expect((await server.put(database, photo, officer)).status).toBe(201);
    const path = `/${database}/${encodeURIComponent(photo._id)}`;
    expect(
      (await server.ask('PUT', `${path}/more`, { as: officer, raw: 'x', headers: { 'content-type': 'text/plain' } }))
        .status,
    ).toBe(409);
    expect(
      (
        await server.ask('PUT', `/${database}/photo:${'0'.repeat(64)}/original`, {
          as: officer,
          raw: 'x',
          headers: { 'content-type': 'image/jpeg' },
        })
      ).status,
    ).toBe(403);
    expect((await server.put(database, aPhoto({ by: officer }), server.user('other'))).status).toBe(403);
  });
});
