import { z } from 'zod';

import { deviceCardField } from '#shared/access/directory.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { Profile } from '../session/session.ts';
import type { ImportedRow } from '../tables.ts';

import { liftMarks } from './marks.ts';
import { standingOf } from './standing.ts';

const headDoc = z.looseObject({
  _id: z.string(),
  device: z.string(),
  log: z.string(),
  n: z.int().min(1),
  hash: z.string(),
  signature: z.string(),
});
/** The signed last entry of a log as the server shows it. */
export type HeadDoc = z.infer<typeof headDoc>;
const heads = z.looseObject({ rows: z.array(z.looseObject({ doc: z.unknown() })) });

/** Heads that did not help, by their id: they are not looked at again while the app runs. */
const tried = new WeakMap<Context['port'], Set<string>>();

/**
 * Looks whether someone vouches for imported events by now: a head of their log, signed by the device that wrote them,
 * from which the hashes lead down to them; or their author's own account, under which the server has taken them.
 */
export async function liftVouched(
  ctx: Context,
  remote: Remote,
  authorization: string,
  profile: Profile,
): Promise<void> {
  const marks = await ctx.db.imported.toArray();
  const byAuthor = marks.filter(({ by }) => by === profile.user);
  const waiting = await ctx.db.outbox.bulkGet(byAuthor.map(({ id }) => id));
  const lifted = new Set(byAuthor.filter((_, index) => waiting[index] === undefined).map(({ id }) => id));
  for (const [log, rows] of logsOf(marks.filter(({ id }) => !lifted.has(id)))) {
    const first = rows[0];
    if (first === undefined) continue;
    for (const head of await readHeads(remote, authorization, first.db, log)) {
      const seen = tried.get(ctx.port) ?? new Set();
      tried.set(ctx.port, seen);
      if (seen.has(head._id)) continue;
      seen.add(head._id);
      if (!(await isTrue(ctx, head, first.device))) continue;
      const covered = coveredBy(head, await entriesOf(ctx, log));
      for (const { id } of rows) if (covered.has(id)) lifted.add(id);
    }
  }
  await liftMarks(ctx, [...lifted]);
}

function logsOf(marks: readonly ImportedRow[]): Map<string, ImportedRow[]> {
  const logs = new Map<string, ImportedRow[]>();
  for (const mark of marks) logs.set(mark.log, [...(logs.get(mark.log) ?? []), mark]);
  return logs;
}

/** A log's heads, the highest first; none where the account may not read the database. */
async function readHeads(remote: Remote, authorization: string, db: string, log: string): Promise<HeadDoc[]> {
  const range = new URLSearchParams({
    include_docs: 'true',
    startkey: JSON.stringify(`head:${log}:`),
    endkey: JSON.stringify(`head:${log}:\ufff0`),
  });
  try {
    const answer = await remote.read(heads, `/${db}/_all_docs?${range.toString()}`, { authorization });
    const found = answer.rows.flatMap(({ doc }) => headDoc.safeParse(doc).data ?? []);
    return found.sort((a, b) => b.n - a.n);
  } catch (error) {
    if (error instanceof RemoteProblem && (error.status === 403 || error.status === 404)) return [];
    throw error;
  }
}

/** The head is of this log and signed by the key that the bureau's directory knows of the device, which is not locked out. */
async function isTrue(ctx: Context, head: HeadDoc, device: string): Promise<boolean> {
  const id = `head:${head.log}:${String(head.n)}:${head.hash.slice(0, 16)}`;
  const card = deviceCardField.safeParse((await ctx.db.directory.get(`device:${device}`))?.doc);
  if (head._id !== id || head.device !== device || !card.success) return false;
  // Who holds a device that was locked out holds its key, too.
  const standing = await standingOf(ctx, card.data);
  if (standing === 'revoked' || standing === 'rejected') return false;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  try {
    const key = await crypto.subtle.importKey('jwk', { ...card.data.publicKey }, algorithm, false, ['verify']);
    const signature = Uint8Array.from(atob(head.signature), (char) => char.charCodeAt(0));
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, new TextEncoder().encode(id));
  } catch {
    return false; // no point of the curve, or no base64
  }
}

/** Every entry of a log that is here. It reads all events: done once for each new head, while marks are open. */
async function entriesOf(ctx: Context, log: string): Promise<EventEnvelope[]> {
  const rows = await ctx.db.events.filter((row) => row.event.log === log).toArray();
  return rows.map((row) => row.event);
}

/** Ids of the entries that the hashes lead to from a head, as far down as none is missing. */
export function coveredBy(
  head: Pick<HeadDoc, 'n' | 'hash'>,
  entries: readonly Pick<EventEnvelope, '_id' | 'n' | 'hash' | 'prev'>[],
): ReadonlySet<string> {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const covered = new Set<string>();
  let next = byHash.get(head.hash);
  for (let { n } = head; next?.n === n; n -= 1) {
    covered.add(next._id);
    next = next.prev === undefined ? undefined : byHash.get(next.prev);
  }
  return covered;
}
