import type { Context } from '../context.ts';
import { missingOf, type Place } from '../feed/compare.ts';
import { blocksLost, ownBlocks } from '../numbers/leaseAgain.ts';

/** How many documents a probe asks for; with what a sync with nothing new asks besides it stays below 2 KB. */
const PROBE_IDS = 4;
let turn = 0;

/** True when documents that the server is known to have are not there: the newest, and others in turn. */
export async function isSomethingGone(ctx: Context, place: Place): Promise<boolean> {
  const known = await knownIds(ctx, place.db);
  turn += 1;
  const newest = known.slice(0, PROBE_IDS / 2);
  const others = known.slice(newest.length);
  const start = others.length === 0 ? 0 : (turn * (PROBE_IDS / 2)) % others.length;
  const ids = [...newest, ...[...others, ...others].slice(start, start + PROBE_IDS / 2)];
  if (place.db !== 'numbers') return (await missingOf(place, [...new Set(ids)])).length > 0;
  const blocks = (await ctx.db.leases.bulkGet([...new Set(ids)])).flatMap((row) => row ?? []);
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
