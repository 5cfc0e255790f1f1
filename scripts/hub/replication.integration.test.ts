import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import replication from 'pouchdb-replication';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyEvent } from '#shared/events/envelope.ts';

import { LevelPouch, type Database } from './pouch.ts';
import { anEvent, aPhoto } from './testing/records.ts';
import { TestServer } from './testing/testServer.ts';

const http = createRequire(import.meta.url)('pouchdb-adapter-http') as unknown;
const Pouch = LevelPouch.plugin(replication).plugin(http);

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await TestServer.open();
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-pouch-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function remote(database: string): Database {
  const auth = { username: server.user('carrier'), password: 'xunzhi-demo' };
  return new Pouch(`${new URL(server.adminUrl).origin}/${database}`, { adapter: 'http', skip_setup: true, auth });
}

function local(name: string): Database {
  return new Pouch(join(folder, name), { adapter: 'leveldb' });
}

describe('a stock PouchDB client with the carrier role', () => {
  it('syncs a case database both ways, events staying what they are', async () => {
    const database = server.database('case', 'a');
    const author = { by: server.user('supervisor'), org: server.org('city'), role: 'supervisor' };
    const [there, here] = [anEvent(author, 'supervision.returned'), anEvent(author, 'supervision.returned')];
    await server.put(database, there, server.user('supervisor'));
    const mine = local('cases');
    await mine.put({ ...here });
    const { push, pull } = await mine.sync(remote(database));
    expect([push.docs_written, pull.docs_written]).toEqual([1, 2]);
    expect(verifyEvent(await mine.get(there._id)).ok).toBe(true);
    expect(verifyEvent((await server.ask('GET', `/${database}/${encodeURIComponent(here._id)}`)).body).ok).toBe(true);
    const again = await mine.sync(remote(database));
    expect([again.push.docs_written, again.pull.docs_written]).toEqual([0, 0]);
    await mine.close();
  });

  it('syncs photos with their bytes both ways', async () => {
    const database = server.database('evidence', 'a');
    const bytes = [randomBytes(50_000), randomBytes(70_000)] as const;
    const [there, here] = bytes.map((one) => aPhoto({ by: server.user('officer') }, one)) as [
      ReturnType<typeof aPhoto>,
      ReturnType<typeof aPhoto>,
    ];
    await server.put(database, there, server.user('officer'));
    const mine = local('evidence');
    await mine.put({ ...here });
    const { push } = await mine.sync(remote(database));
    expect(push.docs_written).toBe(1);
    expect(Buffer.compare(await mine.getAttachment(there._id, 'original'), bytes[0])).toBe(0);
    expect(Buffer.compare(await remote(database).getAttachment(here._id, 'original'), bytes[1])).toBe(0);
    await mine.close();
  });
});
