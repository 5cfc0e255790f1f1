import { z } from 'zod';

import type { Context } from '../context.ts';
import type { Place } from '../feed/compare.ts';
import { seenLogKey } from '../feed/logRanges.ts';
import { isSeen } from '../feed/seenLogs.ts';

/** How many changes after the anchor are looked at. */
const ROWS = 10;

const rowShape = z.looseObject({ id: z.string(), seq: z.union([z.string(), z.number()]) });
const rowsShape = z.looseObject({ results: z.array(rowShape) });
type Row = z.infer<typeof rowShape>;

/** The last change that was read, and the sequence just before it: on an unchanged server it comes right after that. */
type Anchor = { readonly before: string; readonly id: string; readonly seq: string };

/** `renumbered`: the server counts anew, and the checkpoint would skip what was written meanwhile. */
export type AnchorSays = 'nothing_new' | 'perhaps_news' | 'renumbered';

/**
 * Reads the first changes from just before the last one that is here. That one must be among them, and no other that is
 * here already: it would have come before. Rows of a cluster may come in another order, which changes nothing in this.
 */
export async function askAnchor(ctx: Context, place: Place): Promise<AnchorSays> {
  const anchor = (await ctx.db.meta.get(anchorKey(place.db)))?.value as Anchor | undefined;
  if (anchor === undefined) return 'perhaps_news';
  const rows = await readRows(place, `since=${encodeURIComponent(anchor.before)}&limit=${String(ROWS)}`);
  const same = rows.find(({ id }) => id === anchor.id);
  if (same === undefined) return 'renumbered';
  const others = rows.filter(({ id }) => id !== anchor.id);
  // Cards are changed in place, and then come again; so does a record that somebody wrote a false leaf beside.
  if (place.db !== 'bureau')
    for (const { id } of others)
      if (!(await isOwnLease(ctx, id)) && (await isHere(ctx, place.db, id))) return 'renumbered';
  return others.length > 0 || String(same.seq) !== anchor.seq ? 'perhaps_news' : 'nothing_new';
}

/** Remembers where the feed of a database stands; to be called after a pull. What came in between leaves no anchor. */
export async function dropAnchor(ctx: Context, place: Place): Promise<void> {
  const [last, previous] = await readRows(place, 'descending=true&limit=2');
  const isRead =
    last?.id.startsWith('_design/') === true || (last !== undefined && (await isHere(ctx, place.db, last.id)));
  if (last === undefined || !isRead) {
    await weighAnchor(ctx, place.db);
    return;
  }
  const value: Anchor = { before: String(previous?.seq ?? '0'), id: last.id, seq: String(last.seq) };
  await ctx.db.meta.put({ key: anchorKey(place.db), value });
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
  if ((await ctx.db.outbox.get(id)) !== undefined) return false;
  const event = (await ctx.db.events.get(id))?.event;
  return event !== undefined && (await isSeen(ctx.db, db, event));
}

/** Leases are made between two visits: an own one comes after the anchor as it should. */
async function isOwnLease(ctx: Context, id: string): Promise<boolean> {
  return id.startsWith('lease:') && (await ctx.db.leases.get(id))?.device === ctx.runtime.device;
}

function anchorKey(db: string): string {
  return `anchor:${db}`;
}

async function readRows({ remote, authorization, db }: Place, query: string): Promise<readonly Row[]> {
  return rowsShape.parse(await remote.json(`/${db}/_changes?${query}`, { authorization })).results;
}
