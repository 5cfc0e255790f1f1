import HttpAdapter from 'pouchdb-adapter-http';
import IdbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';

import { loadCatalogue } from './catalogue/load.ts';
import { Shelf } from './catalogue/shelf.ts';
import type { Context } from './context.ts';
import { directReader, type PageReader } from './feed/reader.ts';
import { openPace } from './outbox/pace.ts';
import { showSent } from './outbox/sending.ts';
import { proveBlobs } from './photos/blobNotes.ts';
import { PhotoLane } from './photos/lane.ts';
import { PhotoLoads } from './photos/loads.ts';
import { Prefetch } from './photos/prefetch.ts';
import type { PortClient } from './port.ts';
import { PrintQueue } from './printing/printQueue.ts';
import { judgedBy } from './projections/judgedBy.ts';
import { Projector } from './projections/projector.ts';
import { bringUpToDate } from './projections/upToDate.ts';
import { PasswordGate, type GateState } from './remote/gate.ts';
import { Remote } from './remote/remote.ts';
import { openBureauFonts } from './rendering/bureauFonts.ts';
import { WorkerClock } from './runtime/clock.ts';
import { Mutex } from './runtime/mutex.ts';
import { WorkerRandom } from './runtime/random.ts';
import { Session, type Open } from './session/session.ts';
import type { AppProblem } from './status.ts';
import { isUnreadable, openStores, setAside, type StoreNames } from './store/openStores.ts';
import { replayJournal } from './store/replay.ts';
import { forgetFeeds, markStore, projectEverything, reportRescue, showUnreadReport } from './store/rescue.ts';
import { sentAgain } from './store/sentAgain.ts';
import { TakeBacks } from './store/takeBacks.ts';
import type { StoreFault } from './store/watch.ts';
import { SyncLoop } from './sync/loop.ts';
import { DATABASE_NAME, type XunzhiDatabase } from './tables.ts';

PouchDB.plugin(IdbAdapter).plugin(HttpAdapter);

const NAMES: StoreNames = { database: DATABASE_NAME, outbox: 'xunzhi-outbox' };

/**
 * Puts the data worker together behind the port to main and replays the journal; nothing is synced before a kick.
 * `reader`: where pages of the feed are read and verified; the worker that calls, unless it says otherwise.
 * `heir`: who was signed in at a worker that this one replaces.
 */
export async function compose(
  port: PortClient,
  names: StoreNames = NAMES,
  reader: PageReader = directReader(),
  heir?: Heir,
): Promise<Context> {
  const runtime = await port.call('runtime.info', {});
  const journal = await port.call('journal.read', {});
  const { db, outbox, todo, marker } = await openStores(port, names, journal.entries);
  const lasting = await lastingProblems(db);
  await db.meta.put({ key: 'problems', value: lasting });
  await db.meta.put({ key: 'device', value: { id: runtime.device } });
  await showSent({ db });
  await db.meta.bulkDelete(['pull', 'photos', 'photoLoads', 'dossier']); // their requests went with the worker
  if (runtime.clock === null) await db.meta.delete('clock');
  else await db.meta.put({ key: 'clock', value: runtime.clock });
  const report = reporter(db, lasting);
  const loaded = await loadCatalogue(db, port);
  const shelf = new Shelf(() => ctx, loaded.catalogue);
  const session = new Session(db);
  const clock = new WorkerClock(runtime.clock);
  const gate = await openGate(db, session, clock, () => {
    loop.resume();
    lane.resume();
  });
  const remote = runtime.server === null ? undefined : new Remote(port, runtime.server, gate);
  const loop: SyncLoop = new SyncLoop(() => ctx, remote);
  const lane: PhotoLane = new PhotoLane(() => ctx, remote);
  const loads = new PhotoLoads(() => ctx);
  const ctx: Context = {
    db,
    port,
    runtime,
    clock,
    // A seeded profile that is opened again draws on, not again: the same ids would join different things.
    random: new WorkerRandom(runtime.seed === null ? null : `${runtime.seed}|${String(await db.events.count())}`),
    outbox,
    pace: await openPace(db, clock.nowMs()),
    session,
    get catalogue() {
      return shelf.catalogue;
    },
    shelf,
    writing: new Mutex(),
    takeBacks: new TakeBacks(),
    reader,
    projector: new Projector(db, reader, () => judgedBy(shelf.catalogue)),
    remote,
    report,
    loop,
    lane,
    loads,
    prefetch: new Prefetch(() => ctx, loads),
    prints: new PrintQueue(() => ctx),
    kickSync: () => {
      loop.kick();
    },
  };
  await shelf.open();
  await openBureauFonts(ctx);
  await tell(ctx, loaded.problems, journal.damaged);
  if (todo === 'rebuild') {
    await forgetFeeds(ctx);
    await projectEverything(ctx);
  }
  await showUnreadReport(ctx, journal.entries);
  const again = todo === 'rebuild' ? await sentAgain(ctx) : [];
  const replayed = await replayJournal(ctx, [...journal.entries, ...again]).catch((error: unknown) => {
    if (!isUnreadable(error)) throw error;
    return setAside(port, error.message);
  });
  if (todo === 'rebuild') await reportRescue(ctx, marker, replayed);
  await shelf.open(); // the journal may have brought back what a lost store had
  await markStore(ctx, todo, marker);
  await bringUpToDate(ctx);
  await showSession(ctx, heir);
  afterStart(ctx, shelf, replayed.unproved);
  return ctx;
}

/** What nobody waits for to type a PIN: hundreds of photos take seconds to hash, and the corners of a city to check. */
function afterStart(ctx: Context, shelf: Shelf, unproved: readonly unknown[]): void {
  const report = (problem: AppProblem): Promise<void> => ctx.report(problem).catch(() => undefined);
  void proveBlobs(ctx, unproved).catch((error: unknown) =>
    report({ code: 'write_failed', subject: 'photos', detail: String(error) }),
  );
  void shelf
    .tellBadAreas()
    .catch((error: unknown) => report({ code: 'areas_unusable', subject: '', detail: String(error) }));
}

/** What was found of files, keys and journal before anything else began. */
async function tell({ report, runtime }: Context, files: readonly AppProblem[], damaged: number): Promise<void> {
  for (const problem of files) await report(problem);
  if (runtime.keyStorage === 'key_file') await report({ code: 'key_file', subject: '' });
  if (damaged > 0) await report({ code: 'store_rebuilt', subject: 'journal', detail: String(damaged) });
}

/** The gate before the server, with what its last life knew of refused passwords and closed accounts. */
async function openGate(
  db: XunzhiDatabase,
  session: Session,
  clock: WorkerClock,
  onOpen: () => void,
): Promise<PasswordGate> {
  const save = async (state: GateState): Promise<void> => {
    await db.meta.put({ key: 'gate', value: state });
  };
  const state = (await db.meta.get('gate'))?.value as GateState | undefined;
  return new PasswordGate({ nowMs: () => clock.nowMs(), inUse: () => session.authorization, save, onOpen }, state);
}

/** What a replaced worker leaves to the next. */
export type Heir = { readonly fault: StoreFault; readonly open: Open | undefined };

async function showSession({ port, report, session }: Context, heir: Heir | undefined): Promise<void> {
  if (heir !== undefined) await report({ code: 'store_replaced', subject: heir.fault });
  const { users } = await port.call('vault.list', {});
  await (heir?.open === undefined ? session.showClosed(users.length > 0) : session.goOn(heir.open));
}

/** Found once, when a record came, and true until somebody decides: what a restart must not hide. */
async function lastingProblems(db: XunzhiDatabase): Promise<readonly AppProblem[]> {
  const problems = ((await db.meta.get('problems'))?.value ?? []) as readonly AppProblem[];
  return problems.filter(({ code }) => code === 'number_twice' || code === 'lease_taken');
}

/** Tells each problem once. */
function reporter(db: XunzhiDatabase, lasting: readonly AppProblem[]): Context['report'] {
  const problems: AppProblem[] = [...lasting];
  return async (problem) => {
    if (problems.some((known) => known.code === problem.code && known.subject === problem.subject)) return;
    problems.push(problem);
    await db.meta.put({ key: 'problems', value: [...problems] });
  };
}
