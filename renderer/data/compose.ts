import HttpAdapter from 'pouchdb-adapter-http';
import IdbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';

import { loadCatalogue } from './catalogue/load.ts';
import type { Context } from './context.ts';
import type { PortClient } from './port.ts';
import { Remote } from './remote/remote.ts';
import { WorkerClock } from './runtime/clock.ts';
import { Mutex } from './runtime/mutex.ts';
import { WorkerRandom } from './runtime/random.ts';
import { Session } from './session/session.ts';
import type { AppProblem } from './status.ts';
import { openStores, type StoreNames } from './store/openStores.ts';
import { replayJournal } from './store/replay.ts';
import { forgetFeeds, markStore, projectEverything, reportRescue, showUnreadReport } from './store/rescue.ts';
import { TakeBacks } from './store/takeBacks.ts';
import { SyncLoop } from './sync/loop.ts';
import { DATABASE_NAME, type XunzhiDatabase } from './tables.ts';

PouchDB.plugin(IdbAdapter).plugin(HttpAdapter);

const NAMES: StoreNames = { database: DATABASE_NAME, outbox: 'xunzhi-outbox' };

/** Puts the data worker together behind the port to main and replays the journal; nothing is synced before a kick. */
export async function compose(port: PortClient, names: StoreNames = NAMES): Promise<Context> {
  const runtime = await port.call('runtime.info', {});
  const journal = await port.call('journal.read', {});
  const { db, outbox, todo, marker } = await openStores(port, names, journal.entries);
  await db.meta.put({ key: 'problems', value: [] });
  await db.meta.put({ key: 'device', value: { id: runtime.device } });
  if (runtime.clock === null) await db.meta.delete('clock');
  else await db.meta.put({ key: 'clock', value: runtime.clock });
  const report = reporter(db);
  const loaded = await loadCatalogue(db, port);
  const remote = runtime.server === null ? undefined : new Remote(port, runtime.server);
  const loop = new SyncLoop(() => ctx, remote);
  const ctx: Context = {
    db,
    port,
    runtime,
    clock: new WorkerClock(runtime.clock),
    // A seeded profile that is opened again draws on, not again: the same ids would join different things.
    random: new WorkerRandom(runtime.seed === null ? null : `${runtime.seed}|${String(await db.events.count())}`),
    outbox,
    session: new Session(db),
    catalogue: loaded.catalogue,
    writing: new Mutex(),
    takeBacks: new TakeBacks(),
    remote,
    report,
    loop,
    kickSync: () => {
      loop.kick();
    },
  };
  for (const problem of loaded.problems) await report(problem);
  if (runtime.keyStorage === 'key_file') await report({ code: 'key_file', subject: '' });
  if (journal.damaged > 0) await report({ code: 'store_rebuilt', subject: 'journal', detail: String(journal.damaged) });
  if (todo === 'rebuild') {
    await forgetFeeds(ctx);
    await projectEverything(ctx);
  }
  await showUnreadReport(ctx, journal.entries);
  const replayed = await replayJournal(ctx, journal.entries);
  if (todo === 'rebuild') await reportRescue(ctx, marker, replayed);
  await markStore(ctx, todo, marker);
  const { users } = await port.call('vault.list', {});
  await ctx.session.showClosed(users.length > 0);
  return ctx;
}

/** Tells each problem once. */
function reporter(db: XunzhiDatabase): Context['report'] {
  const problems: AppProblem[] = [];
  return async (problem) => {
    if (problems.some((known) => known.code === problem.code && known.subject === problem.subject)) return;
    problems.push(problem);
    await db.meta.put({ key: 'problems', value: [...problems] });
  };
}
