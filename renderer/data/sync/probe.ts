import type { Context } from '../context.ts';
import { missingOf, type Place } from '../feed/compare.ts';
import { blocksLost, ownBlocks } from '../numbers/leaseAgain.ts';

const turns = new Map<string, number>();

/**
 * True when a document that the server is known to have is not there. One is asked for, in turn, so that a sync with
 * nothing new stays below 2 KB; that the newest change is still where it was says the anchor.
 */
export async function isSomethingGone(ctx: Context, place: Place): Promise<boolean> {
  if (place.db === 'numbers') return areBlocksGone(ctx, place);
  const one = inTurn(place.db, await knownIds(ctx, place.db));
  return one !== undefined && (await missingOf(place, [one])).length > 0;
}

/**
 * One of the own blocks in turn, the newest first, and each that was granted last and that the feed, which was read before,
 * has not shown by now.
 */
async function areBlocksGone(ctx: Context, place: Place): Promise<boolean> {
  const blocks = (await ownBlocks(ctx)).reverse();
  const one = inTurn(place.db, blocks);
  const asked = blocks.filter((block) => block === one || block.fresh === true);
  return (await blocksLost(ctx, place, asked)).length > 0;
}

/** Another one at each visit. */
function inTurn<T>(db: string, all: readonly T[]): T | undefined {
  const turn = (turns.get(db) ?? 0) + 1;
  turns.set(db, turn);
  return all[turn % all.length];
}

/** What the server should have, the newest first. */
async function knownIds(ctx: Context, db: string): Promise<string[]> {
  const own = ctx.runtime.device;
  if (db === 'bureau')
    return ctx.db.directory
      .where('id')
      .anyOf([`device:${own}`])
      .primaryKeys();
  const marks = (await ctx.db.logMarks.where('db').equals(db).toArray()).filter(({ id }) => id !== '');
  const waiting = new Set(await ctx.db.outbox.toCollection().primaryKeys());
  const sorted = marks.filter(({ id }) => !waiting.has(id)).sort((a, b) => (a.at < b.at ? 1 : -1));
  const first = sorted.find(({ device }) => device === own);
  const ids = sorted.map(({ id }) => id);
  return first === undefined ? ids : [first.id, ...ids.filter((id) => id !== first.id)];
}
