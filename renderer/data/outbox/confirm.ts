import { z } from 'zod';

import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import { readLeaves } from '../feed/changes.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

const found = z.looseObject({
  rows: z.array(z.looseObject({ id: z.string().optional(), doc: z.record(z.string(), z.unknown()).nullish() })),
});
const info = z.looseObject({ cluster: z.looseObject({ n: z.int() }).optional() });
const local = z.looseObject({ _rev: z.string().optional() });

/** Reads events back; only an equal hash counts, whatever revision or conflict the server holds. */
export async function readBack(
  remote: Remote,
  authorization: string,
  db: string,
  events: readonly EventEnvelope[],
): Promise<string[]> {
  if (events.length === 0) return [];
  // With `keys` a cluster opens each document on a quorum of its copies and repairs those that lag.
  const answer = understood(
    found,
    await remote.json(`/${db}/_all_docs?include_docs=true&conflicts=true`, {
      method: 'POST',
      authorization,
      body: { keys: events.map((event) => event._id) },
    }),
  );
  const winners = new Map(
    answer.rows.flatMap((row) => (row.id !== undefined && row.doc ? [[row.id, row.doc] as const] : [])),
  );
  const confirmed: string[] = [];
  for (const event of events) {
    const winner = winners.get(event._id);
    if (winner === undefined) continue;
    const leaves = isSame(event, winner) ? [winner] : await readLeaves(remote, authorization, db, event._id);
    if (leaves.some((leaf) => isSame(event, leaf))) confirmed.push(event._id);
  }
  return confirmed;
}

function isSame(event: EventEnvelope, doc: Record<string, unknown>): boolean {
  const verified = verifyEvent(doc);
  return verified.ok && verified.value.hash === event.hash;
}

/**
 * Whether the server is whole at this moment. A 409 does not tell: one node of a cluster that has an event says so
 * while the others are away. A server of one copy always is; otherwise a write must be answered with a plain 201, which
 * a cluster gives only when a quorum of copies took it. The write is a local document: it is never replicated.
 */
export async function isWholeNow(remote: Remote, authorization: string, db: string, device: string): Promise<boolean> {
  const { cluster } = understood(info, await remote.json(`/${db}`, { authorization }));
  if (cluster === undefined || cluster.n <= 1) return true;
  const path = `/${db}/_local/xunzhi-${device}`;
  const before = await remote.fetch(path, { authorization });
  const { _rev } = before.ok ? understood(local, await before.json()) : { _rev: undefined };
  const body = { askedAt: Date.now(), ...(_rev === undefined ? {} : { _rev }) };
  return (await remote.fetch(path, { method: 'PUT', authorization, body })).status === 201;
}

function understood<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new RemoteProblem('not_couchdb', undefined, parsed.error.message.slice(0, 200));
  return parsed.data;
}
