import 'fake-indexeddb/auto';

import { BUILT_IN } from '#renderer/data/projections/judgedBy.ts';
import { PROJECTED_TABLES, projectStreams } from '#renderer/data/projections/project.ts';
import { XunzhiDatabase } from '#renderer/data/tables.ts';

import type { Findings } from './findings.ts';
import type { ServerContent, StoredEvent } from './serverContent.ts';

/** What screens show, by table and key: one text per row, so that two places can be compared. */
export type Shown = ReadonlyMap<string, string>;

/** What one device holds of the databases it may see. */
export type DeviceContent = {
  readonly place: string;
  /** Whether this device keeps a database; events of others are not asked for. */
  readonly sees: (db: string) => boolean;
  readonly events: readonly { readonly id: string; readonly db: string }[];
  readonly shown: Shown;
  /** Events that were taken back here: they stay on this device alone. */
  readonly withheld?: ReadonlySet<string>;
};

/** The rows of every projection, without local drafts; `read` gives all rows of a table. */
export async function shownBy(read: (table: string) => Promise<readonly unknown[]>): Promise<Shown> {
  const shown = new Map<string, string>();
  for (const name of PROJECTED_TABLES) {
    if (name === 'outbox') continue; // each device's own
    const rows = (await read(name)) as readonly Record<string, unknown>[];
    for (const row of rows)
      if (row['stream'] !== 'draft') shown.set(`${name} ${String(row['id'] ?? row['key'])}`, textOf(row));
  }
  return shown;
}

let folds = 0;

/** What screens should show by these events alone: folded at once, in a store that has seen nothing else. */
export async function foldOf(stored: readonly StoredEvent[]): Promise<Shown> {
  folds += 1;
  const db = new XunzhiDatabase(`fold-${String(folds)}`);
  try {
    await db.events.bulkPut(stored.map(({ db: database, event }) => ({ id: event._id, db: database, event })));
    const streams = new Set(stored.map(({ event }) => event.stream));
    await db.transaction('rw', [db.events, ...PROJECTED_TABLES.map((name) => db.table(name))], async () =>
      projectStreams(db, streams, BUILT_IN),
    );
    return await shownBy((name) => db.table(name).toArray());
  } finally {
    await db.delete();
  }
}

/**
 * Notes where a device differs from the server: an event it lacks or has beyond it, and a row of a screen that is not
 * what the server's events come to.
 */
export async function checkDevice(device: DeviceContent, server: ServerContent, findings: Findings): Promise<void> {
  const { place, sees } = device;
  const visible = server.events.filter(({ db }) => sees(db));
  const there = new Set(visible.map(({ event }) => event._id));
  const here = device.events.filter(({ db }) => sees(db));
  const own = new Set(here.map(({ id }) => id));
  for (const id of there) if (!own.has(id)) findings.add('diverged', `${place} lacks ${id}`);
  for (const { id } of here)
    if (!there.has(id) && device.withheld?.has(id) !== true) findings.add('diverged', `only ${place} has ${id}`);
  const wanted = await foldOf(visible);
  for (const [key, text] of wanted) {
    const shown = device.shown.get(key);
    if (shown !== text) findings.add('diverged', `${place} shows ${key} as ${shown ?? 'nothing'}, not as ${text}`);
  }
  for (const key of device.shown.keys()) if (!wanted.has(key)) findings.add('diverged', `only ${place} shows ${key}`);
}

function textOf(row: unknown): string {
  return JSON.stringify(sorted(row));
}

/** Keys in order and without `undefined`: stores differ in whether they keep those. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}
