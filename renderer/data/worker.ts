import '#shared/jitless.ts';

import PouchDB from 'pouchdb-core';
import HttpAdapter from 'pouchdb-adapter-http';
import IdbAdapter from 'pouchdb-adapter-idb';

import { loadCatalogue } from './catalogue/load.ts';
import { HANDLERS } from './commands/handlers.ts';
import type { Context } from './context.ts';
import { dispatch } from './dispatch.ts';
import { OutboxStore } from './outbox/outboxStore.ts';
import { connectPort } from './port.ts';
import { Remote } from './remote/remote.ts';
import { WorkerClock } from './runtime/clock.ts';
import { Mutex } from './runtime/mutex.ts';
import { WorkerRandom } from './runtime/random.ts';
import { Session } from './session/session.ts';
import type { AppProblem } from './status.ts';
import { replayJournal } from './store/replay.ts';
import { SyncLoop } from './sync/loop.ts';
import { XunzhiDatabase } from './tables.ts';

PouchDB.plugin(IdbAdapter).plugin(HttpAdapter);

/** The data worker's composition root: made when the port to main arrives; commands wait until the replay is done. */
async function start(messagePort: MessagePort): Promise<Context> {
  const port = connectPort(messagePort);
  const runtime = await port.call('runtime.info', {});
  const db = new XunzhiDatabase();
  await db.open();
  const problems: AppProblem[] = [];
  const report = async (problem: AppProblem): Promise<void> => {
    if (problems.some((known) => known.code === problem.code && known.subject === problem.subject)) return;
    problems.push(problem);
    await db.meta.put({ key: 'problems', value: [...problems] });
  };
  await db.meta.put({ key: 'problems', value: [] });
  await db.meta.put({ key: 'device', value: { id: runtime.device } });
  if (runtime.clock === null) await db.meta.delete('clock');
  else await db.meta.put({ key: 'clock', value: runtime.clock });
  const loaded = await loadCatalogue(db, port);
  const remote = runtime.server === null ? undefined : new Remote(port, runtime.server);
  const loop = new SyncLoop(() => ctx, remote);
  const ctx: Context = {
    db,
    port,
    runtime,
    clock: new WorkerClock(runtime.clock),
    random: new WorkerRandom(runtime.seed),
    outbox: OutboxStore.open('xunzhi-outbox'),
    session: new Session(db),
    catalogue: loaded.catalogue,
    writing: new Mutex(),
    remote,
    report,
    loop,
    kickSync: () => {
      loop.kick();
    },
  };
  for (const problem of loaded.problems) await report(problem);
  if (runtime.keyStorage === 'key_file') await report({ code: 'key_file', subject: '' });
  const journal = await port.call('journal.read', {});
  if (journal.damaged > 0) await report({ code: 'store_rebuilt', subject: 'journal', detail: String(journal.damaged) });
  await replayJournal(ctx, journal.entries);
  const { users } = await port.call('vault.list', {});
  await ctx.session.showClosed(users.length > 0);
  loop.kick();
  return ctx;
}

let started: Promise<Context> | undefined;
let arrived: (port: MessagePort) => void = () => undefined;
const portArrives = new Promise<MessagePort>((resolve) => {
  arrived = resolve;
});

self.addEventListener('message', (message: MessageEvent<{ port?: MessagePort; id?: number; command?: string; input?: unknown }>) => {
  const { port, id, command, input } = message.data;
  if (port !== undefined) arrived(port);
  if (id === undefined || command === undefined) return;
  started ??= portArrives.then(start);
  started
    .then((ctx) => dispatch(ctx, HANDLERS, command, input))
    .catch((error: unknown) => ({ ok: false, error: { code: 'start_failed', subject: error instanceof Error ? error.message : String(error) } }))
    .then((answer) => {
      self.postMessage({ id, answer });
    })
    .catch((error: unknown) => {
      self.postMessage({ id, answer: { ok: false, error: { code: 'internal', subject: String(error) } } });
    });
});

started = portArrives.then(start);
started.catch(() => undefined); // each command answers with the cause
