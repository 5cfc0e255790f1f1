import type { Context } from '../context.ts';
import { missingOf, type Place } from '../feed/compare.ts';
import { blocksLost, ownBlocks } from '../numbers/leaseAgain.ts';

const turns = new Map<string, number>();

/**
 * True when a document that the server is known to have is not there. One is asked for, in turn, so that a sync with
 * nothing new stays below 2 KB; that the newest change is still where it was says the anchor.
 */
export async function isSomethingGone(ctx: Context, place: Place): Promise<boolean> {
  const known = await knownIds(ctx, place.db);
  const turn = (turns.get(place.db) ?? 0) + 1;
  turns.set(place.db, turn);
  const ids = known.length === 0 ? [] : [known[turn % known.length] ?? ''];
  if (place.db !== 'numbers') return (await missingOf(place, ids)).length > 0;
  // To be called after the feed was read: what it has not shown by now of the blocks that were granted last is perhaps gone.
  const fresh = (await ownBlocks(ctx)).filter((block) => block.fresh === true).map(({ id }) => id);
  const blocks = (await ctx.db.leases.bulkGet([...new Set([...ids, ...fresh])])).flatMap((row) => row ?? []);
  return (await blocksLost(ctx, place, blocks)).length > 0;
}

/** What the server should have, the newest first. */
async function knownIds(ctx: Context, db: string): Promise<string[]> {
  const own = ctx.runtime.device;
  if (db === 'bureau')
    return ctx.db.directory
      .where('id')
      .anyOf([`device:${own}`])
      .primaryKeys();
  if (db === 'numbers') {
    return (await ownBlocks(ctx)).map(({ id }) => id).reverse();
  }
  const marks = (await ctx.db.logMarks.where('db').equals(db).toArray()).filter(({ id }) => id !== '');
  const waiting = new Set(await ctx.db.outbox.toCollection().primaryKeys());
  const sorted = marks.filter(({ id }) => !waiting.has(id)).sort((a, b) => (a.at < b.at ? 1 : -1));
  const first = sorted.find(({ device }) => device === own);
  const ids = sorted.map(({ id }) => id);
  return first === undefined ? ids : [first.id, ...ids.filter((id) => id !== first.id)];
}
