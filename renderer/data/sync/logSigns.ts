import type { Context } from '../context.ts';
import { isTrueHead } from '../feed/headSignature.ts';
import { seenLogKey } from '../feed/logRanges.ts';
import { gapsOf, highestSeen } from '../feed/seenLogs.ts';
import { logIdOf } from '../store/logs.ts';
import type { LogMarkRow, SeenLogRow, XunzhiDatabase } from '../tables.ts';

/** A log of which the server should have more than it showed, and up to which number somebody vouched for it. */
type Short = { readonly log: string; readonly missing: number; readonly head: number };

const before = new WeakMap<XunzhiDatabase, Map<string, string>>();

/**
 * What the logs of a database say about the server: an entry that came without those before it, a signed head above what
 * came, own entries that the server had confirmed and never showed. It counts when it stands so at two visits: events go
 * up in portions and not in the order of their logs. What a compare has answered once is not asked again.
 */
export async function logsAreShort(ctx: Context, db: string): Promise<boolean> {
  const short = (await shortLogs(ctx, db)).filter(({ isAsked }) => !isAsked);
  const said = short.map(({ log, missing, head }) => `${log} ${String(missing)} ${String(head)}`).join();
  const known = before.get(ctx.db) ?? new Map<string, string>();
  before.set(ctx.db, known);
  const isTwice = said !== '' && known.get(db) === said;
  known.set(db, said);
  return isTwice;
}

/** A compare has looked for everything: what is still missing is nowhere, until something changes. */
export async function noteAsked(ctx: Context, db: string): Promise<void> {
  const short = await shortLogs(ctx, db);
  await ctx.db.transaction('rw', ctx.db.logMarks, async () => {
    for (const { log, missing, head } of short) {
      const key = seenLogKey(db, log);
      const row = (await ctx.db.logMarks.get(key)) ?? { key, db, log, id: '', n: 0, at: '', by: '', device: '' };
      await ctx.db.logMarks.put({ ...row, asked: { missing, head } });
    }
  });
}

async function shortLogs(ctx: Context, db: string): Promise<(Short & { readonly isAsked: boolean })[]> {
  const store = ctx.db;
  const tables = [store.seenLogs, store.logMarks, store.logs, store.outbox, store.events, store.withheld];
  const [gaps, highest, marks, own] = await store.transaction('r', tables, async () => {
    const between = await gapsOf(store, db);
    const top = await highestSeen(store, db);
    return [between, top, await store.logMarks.where('db').equals(db).toArray(), await ownMissing(ctx, db)] as const;
  });
  const found: (Short & { readonly isAsked: boolean })[] = [];
  for (const mark of marks) {
    if (mark.id !== '' && logIdOf(mark.device, mark.by, db) !== mark.log) continue; // brought from another database
    const lacks = own.has(mark.log) ? [] : gaps.filter(({ log }) => log === mark.log);
    const gap = lacks.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    const head = await headAbove(ctx.db, db, mark, highest.get(mark.log) ?? 0);
    if (gap > 0 || head > 0) found.push({ log: mark.log, missing: gap, head, isAsked: isAsked(mark, gap, head) });
  }
  for (const [log, missing] of own) {
    if (missing <= 0) continue;
    const mark = marks.find((one) => one.log === log);
    found.push({ log, missing, head: 0, isAsked: mark !== undefined && isAsked(mark, missing, 0) });
  }
  return found;
}

function isAsked({ asked }: LogMarkRow, missing: number, head: number): boolean {
  return asked !== undefined && asked.missing >= missing && asked.head >= head;
}

async function headAbove(
  store: XunzhiDatabase,
  db: string,
  { head, asked }: LogMarkRow,
  highest: number,
): Promise<number> {
  if (head === undefined || head.n <= highest) return 0;
  if (asked !== undefined && asked.head >= head.n) return 0;
  return (await isTrueHead(store, db, head)) ? head.n : 0;
}

/** Of each own log of this database: entries that neither wait nor were withdrawn and that the server never showed. */
async function ownMissing({ db: store, runtime }: Context, db: string): Promise<Map<string, number>> {
  const logs = (await store.logs.toArray()).filter((log) => log.db === db && log.n > 0);
  const waiting = await store.outbox.filter((row) => row.db === db).primaryKeys();
  const events = (await store.events.bulkGet(waiting)).flatMap((row) => row?.event ?? []);
  const named = (await store.withheld.toArray()).filter(({ device }) => device === runtime.device);
  const withheld = (await store.events.bulkGet(named.map((row) => row.named))).flatMap((row) => row?.event ?? []);
  const missing = new Map<string, number>();
  for (const { id, n } of logs) {
    const row = await store.seenLogs.get(seenLogKey(db, id));
    const onTheWay = events.filter((event) => event.log === id && event.device === runtime.device).length;
    const kept = withheld.filter((event) => event.log === id).length;
    missing.set(id, n - (row === undefined ? 0 : countOf(row)) - onTheWay - kept);
  }
  return missing;
}

function countOf({ n, ahead = [] }: SeenLogRow): number {
  return ahead.reduce((sum, [from, to]) => sum + to - from + 1, n);
}
