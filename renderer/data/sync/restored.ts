import type { Context } from '../context.ts';
import { compareDatabase, type Compared, type Place } from '../feed/compare.ts';
import { leaseAgain } from '../numbers/leaseAgain.ts';
import type { Profile } from '../session/session.ts';
import type { EventRow } from '../tables.ts';

import { weighAnchor } from './anchor.ts';
import { deviceAgain } from './deviceAgain.ts';
import { lookForBlobs } from './evidence.ts';
import { noteAsked } from './logSigns.ts';
import { publishedAgain } from './publishedAgain.ts';
import { noteRestored } from './restoredNote.ts';

/** How many entries go into the journal at once. */
const JOURNAL_ENTRIES = 200;

/**
 * Answers a server that lost something: compares the database by ids, fetches what is not here, and puts what the server
 * lacks back into the outbox, other people's records too: those wait for their author or for a carrier. Nothing local is
 * deleted. The checkpoint then stands where the compare began.
 */
export async function answerRestored(ctx: Context, place: Place, profile: Profile): Promise<void> {
  const { db } = place;
  const compared = await compareDatabase(ctx, place);
  const sent = await waitAgain(ctx, compared.lacking);
  await signAgain(ctx, db, compared);
  if (db === 'numbers') await leaseAgain(ctx, place, profile, compared.serverIds);
  if (db === 'bureau') {
    await deviceAgain(ctx, place, profile, compared.serverIds);
    await publishedAgain(ctx, place, profile, compared.serverIds);
  }
  // Cards and leases are few and no events: they are simply read again.
  const since = db === 'numbers' || db === 'bureau' ? '0' : compared.since;
  await ctx.db.feeds.put({ db, since, readAt: ctx.clock.nowIso() });
  await weighAnchor(ctx, db);
  await noteAsked(ctx, db);
  const blobs = sent > 0 ? await lookForBlobs(ctx, place, 'all') : 0;
  if (sent + compared.fetched + blobs > 0) await noteRestored(ctx, db, { sent, fetched: compared.fetched, blobs });
}

/** Back into the journal first: until the server has them again they must survive the loss of the store. */
async function waitAgain(ctx: Context, rows: readonly EventRow[]): Promise<number> {
  const withheld = new Set((await ctx.db.withheld.toArray()).map(({ named }) => named));
  const waiting = new Set(await ctx.db.outbox.toCollection().primaryKeys());
  const lacking = rows.filter(({ id }) => !withheld.has(id) && !waiting.has(id));
  for (let start = 0; start < lacking.length; start += JOURNAL_ENTRIES) {
    const part = lacking.slice(start, start + JOURNAL_ENTRIES);
    const entries = part.map(({ id, db, event }) => ({ kind: 'event' as const, key: id, db, body: event }));
    await ctx.port.call('journal.append', { entries });
    const savedAt = ctx.clock.nowIso();
    await ctx.db.outbox.bulkPut(
      part.map(({ id, db, event }) => ({
        id,
        db,
        stream: event.stream,
        type: event.type,
        by: event.by,
        savedAt,
        state: 'waiting' as const,
      })),
    );
  }
  return lacking.length;
}

/** Heads that the server lacks are signed anew once the events below them are there again. */
async function signAgain(ctx: Context, db: string, { serverIds }: Compared): Promise<void> {
  const logs = (await ctx.db.logs.toArray()).filter((log) => log.db === db && log.signedN > 0);
  for (const log of logs) {
    const isThere = log.n === log.signedN && serverIds.has(`head:${log.id}:${String(log.n)}:${log.hash.slice(0, 16)}`);
    if (!isThere) await ctx.db.logs.update(log.id, { signedN: 0 });
  }
}
