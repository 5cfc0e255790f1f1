import type { Context } from '../context.ts';
import type { Place } from '../feed/compare.ts';
import { pullDatabase } from '../feed/pull.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Profile } from '../session/session.ts';

import { askAnchor, dropAnchor } from './anchor.ts';
import { logsAreShort } from './logSigns.ts';
import { isSomethingGone } from './probe.ts';
import { answerRestored } from './restored.ts';
import type { VisitEnd } from './rotation.ts';

/**
 * Reads what is new in one database and asks whether what was there still is: two small requests when nothing happened. A
 * server that lost something is answered at once. A database that is not made yet (a year without cases) or closed to
 * this role is absent.
 */
export async function visitDatabase(ctx: Context, place: Place, profile: Profile): Promise<VisitEnd> {
  try {
    const says = await askAnchor(ctx, place);
    // Also from a server that counts anew: what moved may be a record with a false leaf beside it, which only a pull finds.
    const rows = says === 'nothing_new' ? 0 : await pullNews(ctx, place);
    const isRestored =
      says === 'renumbered' ||
      rows === 'refused_checkpoint' ||
      (await logsAreShort(ctx, place.db)) ||
      (await isSomethingGone(ctx, place));
    await noteOpen(ctx, place.db);
    if (!isRestored) return rows > 0 ? 'news' : 'nothing';
    await answerRestored(ctx, place, profile);
    return 'news';
  } catch (error) {
    if (!isAbsence(error)) throw error;
    await noteClosed(ctx, place.db, error.status === 403);
    return 'absent';
  }
}

/** What was readable and is not any more stays here, marked; the next page that can be read lifts the mark. */
async function noteClosed(ctx: Context, db: string, isClosed: boolean): Promise<void> {
  const feed = await ctx.db.feeds.get(db);
  if (isClosed && feed !== undefined && feed.closedAt === undefined)
    await ctx.db.feeds.put({ ...feed, closedAt: ctx.clock.nowIso() });
}

async function noteOpen(ctx: Context, db: string): Promise<void> {
  const feed = await ctx.db.feeds.get(db);
  if (feed?.closedAt !== undefined) await ctx.db.feeds.put({ ...feed, closedAt: undefined });
}

/** How many rows came. A server that does not understand its own sequence any more is another one. */
async function pullNews(ctx: Context, place: Place): Promise<number | 'refused_checkpoint'> {
  const { remote, authorization, db } = place;
  try {
    const { rows } = await pullDatabase(ctx, remote, authorization, db);
    await dropAnchor(ctx, place);
    return rows;
  } catch (error) {
    if (error instanceof RemoteProblem && error.status === 400 && (await ctx.db.feeds.get(db)) !== undefined)
      return 'refused_checkpoint';
    throw error;
  }
}

function isAbsence(error: unknown): error is RemoteProblem {
  if (!(error instanceof RemoteProblem)) return false;
  return error.status === 404 || (error.status === 403 && error.problem !== 'account_locked');
}
