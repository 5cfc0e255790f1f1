import { z } from 'zod';

import { isOfWork, parseStream } from '#shared/events/stream.ts';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';
import type { EventRow } from '../tables.ts';

import { applyPage } from './apply.ts';
import { readLeaves } from './changes.ts';
import { classify, type Classified } from './classify.ts';

/** How many ids one page of `_all_docs` names. */
const PAGE_IDS = 5_000;
/** How many documents are fetched or asked for by one request. */
const CHUNK = 200;

const idRows = z.looseObject({ rows: z.array(z.looseObject({ id: z.string() })) });
const keyRows = z.looseObject({
  rows: z.array(
    z.looseObject({
      key: z.string(),
      error: z.string().optional(),
      doc: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});
const lastSeq = z.looseObject({ last_seq: z.union([z.string(), z.number()]) });

/** What a compare found: events of this database that the server lacks, how many came from there, and all its ids. */
export type Compared = {
  readonly lacking: readonly EventRow[];
  readonly fetched: number;
  readonly serverIds: ReadonlySet<string>;
  /** A checkpoint from before the compare: whatever was written since comes (again) with the feed. */
  readonly since: string;
};

/** A database of a server and the account that reads it. */
export type Place = { readonly remote: Remote; readonly authorization: string; readonly db: string };

/**
 * Compares a database by ids, whatever its sequences say: fetches the events that are not here, and names those that are
 * here and not there. Only ids are held in memory, about 120 bytes each. Nothing is deleted on either side.
 */
export async function compareDatabase(ctx: Context, place: Place): Promise<Compared> {
  const { remote, authorization, db } = place;
  const now = await remote.read(lastSeq, `/${db}/_changes?since=now&limit=1`, { authorization });
  const serverIds = await readIds(place);
  const here = new Set(await ctx.db.events.toCollection().primaryKeys());
  const quarantined = (await ctx.db.quarantine.toCollection().primaryKeys()).map((key) =>
    key.slice(0, key.indexOf('@')),
  );
  const known = new Set(quarantined);
  // What waits here and is there already (somebody else brought it) is read, too: the push then asks for it.
  const waiting = new Set(await ctx.db.outbox.toCollection().primaryKeys());
  const isWanted = (id: string): boolean => (here.has(id) ? waiting.has(id) : isEventId(id) && !known.has(id));
  const missing = [...serverIds].filter(isWanted);
  let fetched = 0;
  for (const ids of chunks(missing)) fetched += await fetchEvents(ctx, place, ids);
  const suspects = [...here].filter((id) => !serverIds.has(id) && mayBeIn(db, id));
  const lacking: EventRow[] = [];
  for (const ids of chunks(suspects)) {
    const rows = (await ctx.db.events.bulkGet(ids)).flatMap((row) => (row?.db === db ? [row] : []));
    const gone = new Set(
      await missingOf(
        place,
        rows.map(({ id }) => id),
      ),
    );
    lacking.push(...rows.filter(({ id }) => gone.has(id)));
  }
  return { lacking, fetched, serverIds, since: String(now.last_seq) };
}

/** Those of the ids that the server does not know at all; a deleted document is known. */
export async function missingOf({ remote, authorization, db }: Place, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const answer = await remote.read(keyRows, `/${db}/_all_docs`, { method: 'POST', authorization, body: { keys: ids } });
  return answer.rows.flatMap(({ key, error }) => (error === 'not_found' ? [key] : []));
}

async function readIds({ remote, authorization, db }: Place): Promise<Set<string>> {
  const ids = new Set<string>();
  let last: string | undefined;
  for (;;) {
    const from = last === undefined ? '' : `&skip=1&startkey=${encodeURIComponent(JSON.stringify(last))}`;
    const path = `/${db}/_all_docs?limit=${String(PAGE_IDS)}${from}`;
    const page = (await remote.read(idRows, path, { authorization, withinMs: 120_000 })).rows;
    for (const { id } of page) ids.add(id);
    last = page.at(-1)?.id;
    if (page.length < PAGE_IDS) return ids;
  }
}

async function fetchEvents(ctx: Context, place: Place, ids: readonly string[]): Promise<number> {
  const { remote, authorization, db } = place;
  const answer = await remote.read(keyRows, `/${db}/_all_docs?include_docs=true&conflicts=true`, {
    method: 'POST',
    authorization,
    body: { keys: ids },
  });
  const found: Classified[] = [];
  for (const { key, doc } of answer.rows) {
    const isSimple = doc && doc['_conflicts'] === undefined;
    const leaves = isSimple ? [doc] : await readLeaves(remote, authorization, db, key);
    found.push(...classify({ id: key }, leaves));
  }
  return (await applyPage(ctx, db, found, undefined)).newEvents;
}

/** By the kind of its stream an event is in a register, among cases or sealed; only the row tells of whose. */
function mayBeIn(db: string, id: string): boolean {
  const kind = id.slice(0, id.indexOf(':'));
  if (kind === 'reporter' || db.startsWith('sealed-')) return kind === 'reporter' && db.startsWith('sealed-');
  return db.startsWith('work-') === isOfWork(kind);
}

function isEventId(id: string): boolean {
  const parts = id.split(':');
  return parts.length === 4 && parseStream(`${parts[0] ?? ''}:${parts[1] ?? ''}`) !== undefined;
}

function chunks(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / CHUNK);
  return Array.from({ length: count }, (_, index) => ids.slice(index * CHUNK, (index + 1) * CHUNK));
}
