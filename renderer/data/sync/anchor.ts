import { z } from 'zod';

import type { Context } from '../context.ts';
import type { Place } from '../feed/compare.ts';
import { seenLogKey } from '../feed/logRanges.ts';
import { isSeen } from '../feed/seenLogs.ts';

/** How many changes after the anchor are looked at. */
const ROWS = 10;

const rowShape = z.looseObject({
  id: z.string(),
  seq: z.union([z.string(), z.number()]),
  changes: z.array(z.looseObject({ rev: z.string() })),
});
const rowsShape = z.looseObject({ results: z.array(rowShape) });
type Row = z.infer<typeof rowShape>;

/** The last change that was read, with its leaves, and the sequence just before it: on an unchanged server it comes right after that. */
type Anchor = { readonly before: string; readonly id: string; readonly leaves: string };

/** `renumbered`: the server counts anew, and the checkpoint would skip what was written meanwhile. */
export type AnchorSays = 'nothing_new' | 'perhaps_news' | 'renumbered';

/**
 * Reads the first changes from just before the last one that is here. That one must be among them, and no other that is
 * here already as it stands there: it would have come before. A record that somebody wrote a false leaf beside does come
 * again, and is news. Rows of a cluster may come in another order, which changes nothing in this.
 */
export async function askAnchor(ctx: Context, place: Place): Promise<AnchorSays> {
  const anchor = (await ctx.db.meta.get(anchorKey(place.db)))?.value as Anchor | undefined;
  if (anchor === undefined) return 'perhaps_news';
  const rows = await readRows(place, `since=${encodeURIComponent(anchor.before)}&limit=${String(ROWS)}`);
  const same = rows.find(({ id }) => id === anchor.id);
  if (same === undefined) return 'renumbered';
  const others = rows.filter(({ id }) => id !== anchor.id);
  // Cards are changed in place, and then come again.
  if (place.db !== 'bureau')
    for (const row of others)
      if (!(await isOwnLease(ctx, row.id)) && (await isHere(ctx, place.db, row.id)) && (await hasNoNewLeaf(ctx, row)))
        return 'renumbered';
  return others.length > 0 || leavesOf(same) !== anchor.leaves ? 'perhaps_news' : 'nothing_new';
}

/**
 * Remembers where the feed of a database stands; to be called after a pull. What came between the pull and this look, be
 * it only a false leaf beside a record that is here, leaves no anchor: the next visit reads on from the checkpoint.
 */
export async function dropAnchor(ctx: Context, place: Place): Promise<void> {
  const [last, previous] = await readRows(place, 'descending=true&limit=2');
  const isRead = last !== undefined && (last.id.startsWith('_design/') || (await isHere(ctx, place.db, last.id)));
  if (!isRead || !(await isReadToTheEnd(ctx, place))) {
    await weighAnchor(ctx, place.db);
    return;
  }
  const value: Anchor = { before: String(previous?.seq ?? '0'), id: last.id, leaves: leavesOf(last) };
  await ctx.db.meta.put({ key: anchorKey(place.db), value });
}

/** True when nothing was written since the checkpoint; sequences cannot be compared, so the server is asked. */
async function isReadToTheEnd(ctx: Context, place: Place): Promise<boolean> {
  const since = (await ctx.db.feeds.get(place.db))?.since;
  return since !== undefined && (await readRows(place, `since=${encodeURIComponent(since)}&limit=1`)).length === 0;
}

/** Forgets where the feed stood: the next visit reads from its checkpoint. */
export async function weighAnchor(ctx: Context, db: string): Promise<void> {
  await ctx.db.meta.delete(anchorKey(db));
}

/**
 * True when the server showed this document before; what the feed keeps nothing of is never here. What this device sent
 * since it last read is not: it comes after the anchor as it should.
 */
async function isHere(ctx: Context, db: string, id: string): Promise<boolean> {
  const [kind, log = '', n = '0'] = id.split(':');
  if (kind === 'head') return ((await ctx.db.logMarks.get(seenLogKey(db, log)))?.head?.n ?? 0) >= Number(n);
  if (kind === 'lease') return (await ctx.db.leases.get(id)) !== undefined;
  if (db === 'bureau' || db === 'numbers') return (await ctx.db.directory.get(id)) !== undefined;
  // An own record that the push has settled is here, and comes with the feed for the first time all the same.
  const event = (await ctx.db.events.get(id))?.event;
  return event !== undefined && (await isSeen(ctx.db, db, event));
}

/** Leases are made between two visits: an own one comes after the anchor as it should. */
async function isOwnLease(ctx: Context, id: string): Promise<boolean> {
  return id.startsWith('lease:') && (await ctx.db.leases.get(id))?.device === ctx.runtime.device;
}

/**
 * True when a document that is here has no leaf that the feed has not met. A true event has one, written once; all others
 * were found false and stand in quarantine by their revision.
 */
async function hasNoNewLeaf(ctx: Context, { id, changes }: Row): Promise<boolean> {
  const known = await ctx.db.quarantine.bulkGet(changes.map(({ rev }) => `${id}@${rev}`));
  const others = changes.filter((_, index) => known[index] === undefined);
  return others.length === 0 || (others.length === 1 && others[0]?.rev.startsWith('1-') === true);
}

function leavesOf({ changes }: Row): string {
  return changes
    .map(({ rev }) => rev)
    .sort()
    .join();
}

function anchorKey(db: string): string {
  return `anchor:${db}`;
}

async function readRows({ remote, authorization, db }: Place, query: string): Promise<readonly Row[]> {
  return (await remote.read(rowsShape, `/${db}/_changes?style=all_docs&${query}`, { authorization })).results;
}
