import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PortError } from '#renderer/data/port.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { DEMO_PASSWORD } from '../../scripts/server-setup/demoPeople.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aLeaf, aStrangersShop, writeLeaves } from './records.ts';
import { aHub, WORK } from './world.ts';

const NAME = '示例来店';

let hub: Hub;
let worker: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  worker = await aWorker({ hub, user: 'chen.wei' });
  await worker.sync();
  await writeLeaves(hub, WORK, [aLeaf(aStrangersShop(NAME), 1, 'a')]);
});
afterEach(async () => {
  await worker.close();
  await hub.close();
});

/** From now on every transaction that adds a record is aborted, as the engine does; answers how to end that. */
function failWrites(): () => void {
  const { events } = worker.ctx.db;
  const abort = (_key: unknown, _row: unknown, tx: { abort: () => void }): void => {
    tx.abort();
  };
  events.hook('creating', abort);
  return () => {
    events.hook('creating').unsubscribe(abort);
  };
}

/** How often the shop that somebody else registered is here. */
function came(): Promise<number> {
  return worker.ctx.db.sites.filter(({ name }) => name === NAME).count();
}

describe('a round that fails', () => {
  it(
    'by a write of this computer is no fault of the server, and goes on where it was',
    { timeout: 60_000 },
    async () => {
      const mend = failWrites();
      expect(await worker.ctx.loop.now()).toMatchObject({ phase: 'offline', problem: 'local_write' });
      expect(await came()).toBe(0);
      mend();
      expect(await worker.ctx.loop.now()).toMatchObject({ phase: 'in_sync' });
      expect(await came()).toBe(1);
    },
  );

  it('by a main process that does not answer is none either', { timeout: 60_000 }, async () => {
    worker.fault = (request) => {
      if (request === 'disk.state') throw new PortError(request, 'timeout', undefined);
    };
    expect(await worker.ctx.loop.now()).toMatchObject({ phase: 'offline', problem: 'local_write' });
  });

  it('by an answer nobody can read is one', { timeout: 60_000 }, async () => {
    worker.line.lie(({ path }) => (path.includes('_changes') ? { status: 200, json: { results: 'odd' } } : 'pass'));
    expect(await worker.ctx.loop.now()).toMatchObject({ phase: 'offline', problem: 'server_error' });
  });

  it('by such an answer at sign-in is told as the server’s fault, too', { timeout: 60_000 }, async () => {
    worker.line.lie(({ path }) => (path.includes('_changes') ? { status: 200, json: { results: 'odd' } } : 'pass'));
    const answer = await worker.send('session.signIn', { user: 'chen.wei', password: DEMO_PASSWORD });
    expect(answer).toMatchObject({ ok: false, error: { code: 'server_error' } });
  });
});
