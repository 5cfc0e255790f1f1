import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';

import { OutboxStore } from '../outbox/outboxStore.ts';
import type { PortClient } from '../port.ts';
import { XunzhiDatabase } from '../tables.ts';

import { StoreTimeout, withDeadline } from './deadline.ts';
import { giveDeadlines } from './deadlines.ts';
import {
  decideRescue,
  MARKER_NOTE,
  STORE_ROW,
  type Opening,
  type RescueDecision,
  type StoreMarker,
} from './rescueDecision.ts';

/** Names of the two IndexedDB databases of a profile. */
export type StoreNames = { readonly database: string; readonly outbox: string };

/** The opened stores, and what a start has to do with them. */
export type OpenStores = {
  readonly db: XunzhiDatabase;
  readonly outbox: OutboxStore;
  readonly todo: Exclude<RescueDecision, 'wait' | 'retry' | 'set_aside'>;
  readonly marker: StoreMarker | undefined;
};

/** The store cannot be opened; main sets it aside and starts the app again. */
export class StoreSetAside extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'StoreSetAside';
  }
}

const markerBody = z.object({ id: z.string(), events: z.int(), at: z.string() });
const storeRow = z.object({ id: z.string() });

/** Pauses between tries, in milliseconds: the engine's "Internal error opening backing store" is mostly over at once. */
const PAUSES_MS = [300, 1_000, 2_500] as const;
const LOOK_AT_DISK_MS = 2_000;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** The note of the store, when the journal has one. */
export function markerOf(entries: readonly JournalEntry[]): StoreMarker | undefined {
  const note = entries.find(({ kind, key }) => kind === 'note' && key === MARKER_NOTE);
  return markerBody.safeParse(note?.body).data;
}

function hasOwnWork(entries: readonly JournalEntry[]): boolean {
  return entries.some(({ kind, key }) => kind !== 'note' || key.startsWith('log:') || key.startsWith('blob:'));
}

/** Nothing is opened on a full disk: the engine could throw away what it cannot repair. */
export async function waitForRoom(port: PortClient): Promise<void> {
  while ((await port.call('disk.state', {})).level === 'full') await pause(LOOK_AT_DISK_MS);
}

/** Hands a store that cannot be read to main, which sets it aside and starts the app again. */
export async function setAside(port: PortClient, reason: string): Promise<never> {
  await port.call('store.setAside', { reason: reason.slice(0, 300) });
  throw new StoreSetAside(reason);
}

/** True for what the engine says when it has a row and not its content. */
export function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && /Failed to read large IndexedDB value|Internal error/.test(error.message);
}

/** Opens both databases, as often as it takes; throws `StoreSetAside` when they stay unreadable. */
export async function openStores(
  port: PortClient,
  names: StoreNames,
  entries: readonly JournalEntry[],
): Promise<OpenStores> {
  const marker = markerOf(entries);
  for (let tries = 0; ;) {
    await waitForRoom(port);
    const tried = await tryToOpen(names);
    // One that never settles took its whole deadline: it is not worth four of them.
    tries += tried.is === 'failed' && tried.isLate ? 2 : 1;
    const { level } = await port.call('disk.state', {});
    const opening: Opening = tried.is === 'open' ? tried.opening : { is: 'failed', tries };
    const decision = decideRescue({ disk: level, opening, marker, ownWork: hasOwnWork(entries) });
    if (tried.is === 'open' && decision !== 'wait' && decision !== 'retry' && decision !== 'set_aside')
      return { db: tried.db, outbox: tried.outbox, todo: decision, marker };
    const reason = tried.is === 'failed' ? tried.reason : 'the disk was full';
    if (decision === 'set_aside') return setAside(port, reason);
    await pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? LOOK_AT_DISK_MS);
  }
}

type Tried =
  | {
      readonly is: 'open';
      readonly db: XunzhiDatabase;
      readonly outbox: OutboxStore;
      readonly opening: Extract<Opening, { is: 'open' }>;
    }
  | { readonly is: 'failed'; readonly reason: string; readonly isLate: boolean };

async function tryToOpen(names: StoreNames): Promise<Tried> {
  const db = new XunzhiDatabase(names.database);
  giveDeadlines(db);
  try {
    await withDeadline('store.open', db.open());
    const opening = await lookInto(db);
    const outbox = await withDeadline('outbox.open', OutboxStore.open(names.outbox, db));
    return { is: 'open', db, outbox, opening };
  } catch (error) {
    db.close();
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { is: 'failed', reason, isLate: error instanceof StoreTimeout };
  }
}

/** Reads a little of everything: what is damaged behind a good door shows here, not in the middle of work. */
export async function lookInto(db: XunzhiDatabase): Promise<Extract<Opening, { is: 'open' }>> {
  const row = storeRow.safeParse((await db.meta.get(STORE_ROW))?.value);
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  for (const table of db.tables) await table.limit(1).toArray();
  // Large values lie in files of their own, which may be gone while the rest is whole.
  await Promise.all([db.meta.toArray(), db.drafts.toArray()]);
  const events = counts[db.tables.findIndex(({ name }) => name === 'events')] ?? 0;
  return { is: 'open', id: row.data?.id, events, isEmpty: counts.every((count) => count === 0) };
}
