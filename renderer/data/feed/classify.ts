import { z } from 'zod';

import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import { parseStream } from '#shared/events/stream.ts';

import type { SeenHead } from '../tables.ts';

import type { ChangeRow } from './changes.ts';

/** Why a document stands in quarantine. `forged_leaf`: a false body beside the true event, which was applied. */
export type QuarantineReason =
  'malformed' | 'forged' | 'newer' | 'bad_data' | 'deleted' | 'forged_leaf' | 'unknown_kind' | 'wrong_database';

/** What a changed document turned out to be. */
export type Classified =
  | { readonly is: 'event'; readonly event: EventEnvelope }
  /** Authentic, but of a type or version this app does not know: kept in its stream, which is read-only here. */
  | { readonly is: 'newer'; readonly event: EventEnvelope }
  | { readonly is: 'card'; readonly id: string; readonly doc: Record<string, unknown> }
  | { readonly is: 'lease'; readonly id: string; readonly leaves: readonly Record<string, unknown>[] }
  | { readonly is: 'head'; readonly head: SeenHead }
  | { readonly is: 'quarantine'; readonly id: string; readonly reason: QuarantineReason; readonly doc: unknown }
  | { readonly is: 'nothing' };

/** Kept as they are, by id: people, bodies, devices, what is published, and what is said about numbers. */
const CARDS = new Set([
  ...['org', 'user', 'device', 'recovery', 'checklist', 'programme', 'areas', 'closing', 'floor', 'burned'],
]);
const headDoc = z.looseObject({
  _id: z.string().regex(/^head:/),
  log: z.string().regex(/^[0-9a-f]{16}$/),
  n: z.int().min(1),
  by: z.string(),
  device: z.string(),
  signature: z.string(),
});
const UNREAD = new Set(['photo', 'thumb', 'doc', 'catalogue']);

/**
 * Sorts a changed document with all its leaves. The winner is never trusted: among the leaves the one whose body hashes
 * to its id is the event; all others are reported.
 */
export function classify(row: Pick<ChangeRow, 'id'>, leaves: readonly Record<string, unknown>[]): Classified[] {
  if (row.id.startsWith('_design/')) return [{ is: 'nothing' }];
  const live = leaves.filter((leaf) => leaf['_deleted'] !== true);
  const kind = (live[0] ?? leaves[0])?.['kind'];
  if (isEventId(row.id)) return classifyEvent(row.id, leaves);
  if (live.length === 0) return [{ is: 'nothing' }];
  if (kind === 'lease') return [{ is: 'lease', id: row.id, leaves: live }];
  if (typeof kind === 'string' && CARDS.has(kind))
    return live[0] === undefined ? [] : [{ is: 'card', id: row.id, doc: winnerOf(live[0], live) }];
  if (kind === 'head') return classifyHead(row.id, live);
  if (typeof kind === 'string' && UNREAD.has(kind)) return [{ is: 'nothing' }];
  return [{ is: 'quarantine', id: row.id, reason: 'unknown_kind', doc: live[0] }];
}

/** Heads are only noted here; whether a signature is its device's is asked when something depends on it. */
function classifyHead(id: string, leaves: readonly Record<string, unknown>[]): Classified[] {
  const heads = leaves.flatMap((leaf): Classified[] => {
    const head = headDoc.safeParse(leaf);
    return head.success && head.data._id === id ? [{ is: 'head', head: headOf(head.data) }] : [];
  });
  return heads.length === 0 ? [{ is: 'nothing' }] : heads;
}

function headOf({ _id, log, n, by, device, signature }: z.infer<typeof headDoc>): SeenHead {
  return { id: _id, log, n, by, device, signature };
}

function isEventId(id: string): boolean {
  const parts = id.split(':');
  return parts.length === 4 && parseStream(`${parts[0] ?? ''}:${parts[1] ?? ''}`) !== undefined;
}

function classifyEvent(id: string, leaves: readonly Record<string, unknown>[]): Classified[] {
  const judged = leaves.map((leaf) => ({ leaf, verdict: leaf['_deleted'] === true ? undefined : verifyEvent(leaf) }));
  const authentic = judged.find(({ verdict }) => verdict?.ok === true);
  const found: Classified[] = [];
  if (authentic?.verdict?.ok === true && authentic.verdict.value._id === id)
    found.push({ is: 'event', event: authentic.verdict.value });
  for (const { leaf, verdict } of judged) {
    if (verdict?.ok === true) continue; // leaves with equal content are one event, whatever their _rev
    const reason = verdict === undefined ? 'deleted' : verdict.error;
    if (reason === 'newer' && leaf['_id'] === id) found.push({ is: 'newer', event: withoutLocal(leaf) });
    found.push({
      is: 'quarantine',
      id: quarantineId(id, leaf),
      reason: verdict === undefined || authentic === undefined ? reason : 'forged_leaf',
      doc: leaf,
    });
  }
  return found;
}

/** The fold takes any event by its envelope; the type is this app's only as far as the header goes. */
function withoutLocal(leaf: Record<string, unknown>): EventEnvelope {
  return Object.fromEntries(
    Object.entries(leaf).filter(([key]) => key === '_id' || !key.startsWith('_')),
  ) as unknown as EventEnvelope;
}

/** Cards are changed in place: of several leaves the longest history counts, as on the server. */
function winnerOf(first: Record<string, unknown>, leaves: readonly Record<string, unknown>[]): Record<string, unknown> {
  const rank = ({ _rev }: Record<string, unknown>): readonly [number, string] => {
    const [generation = '0', hash = ''] = String(_rev).split('-');
    return [Number(generation), hash];
  };
  return leaves.reduce((best, leaf) => {
    const [[a, x], [b, y]] = [rank(leaf), rank(best)];
    return a > b || (a === b && x > y) ? leaf : best;
  }, first);
}

/** One quarantine row per document and revision, so that two forgeries of one event are two rows. */
function quarantineId(id: string, leaf: Record<string, unknown>): string {
  return `${id}@${typeof leaf['_rev'] === 'string' ? leaf['_rev'] : ''}`;
}
