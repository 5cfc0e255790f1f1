import { z } from 'zod';

import { hashOf } from '../kernel/hash.ts';
import { isHlcStamp } from '../kernel/hlc.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { noteChecked } from './checked.ts';
import { orgField, sha256Field, userField } from './fields.ts';
import { EVENT_TYPES, isEventType, type EventData, type EventType } from './registry.ts';
import { parseStream } from './stream.ts';

/** Version of the envelope that this app writes. */
export const ENVELOPE_VERSION = 1;

const headerShape = {
  v: z.int().min(1),
  kind: z.literal('event'),
  type: z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
  stream: z.string().refine((text) => parseStream(text) !== undefined, 'not_a_stream'),
  at: z.string().refine(isHlcStamp, 'not_a_stamp'),
  wallAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  serverOffsetMs: z.int().optional(),
  by: userField,
  role: z.string().regex(/^[a-z][a-z0-9]{1,15}\/[a-z_]+$/),
  org: orgField,
  device: z.string().regex(/^[0-9a-f-]{36}$/),
  log: z.string().regex(/^[0-9a-f]{16}$/),
  n: z.int().min(1),
  prev: sha256Field.optional(),
  rules: z.int().min(1),
  catalogue: z.string().min(1).max(60),
  follows: z.string().max(200).optional(),
  dataHash: sha256Field,
} as const;

const envelopeField = z.looseObject({ ...headerShape, _id: z.string(), hash: sha256Field, data: z.unknown() });

/** An event as stored and replicated. `org` is the author's organisation; the stream's owner decides the database. */
export type EventEnvelope<T extends EventType = EventType> = {
  [K in T]: EventHeader & {
    readonly type: K;
    readonly _id: string;
    readonly dataHash: string;
    readonly hash: string;
    readonly data: EventData<K>;
  };
}[T];

/** What the author states of an event besides its data; everything here is covered by `hash`. */
export type EventHeader = {
  readonly v: number;
  readonly kind: 'event';
  readonly stream: string;
  readonly at: string;
  readonly wallAt: string;
  readonly serverOffsetMs?: number | undefined;
  readonly by: string;
  readonly role: string;
  readonly org: string;
  readonly device: string;
  readonly log: string;
  readonly n: number;
  readonly prev?: string | undefined;
  readonly rules: number;
  readonly catalogue: string;
  readonly follows?: string | undefined;
};

/** Why a document is not an event this app can apply. Only `newer` may become readable by an update. */
export type EventRefusal = 'malformed' | 'forged' | 'newer' | 'bad_data';

function headerOf(doc: Record<string, unknown>): Record<string, unknown> {
  const header: Record<string, unknown> = {};
  for (const key of Object.keys(doc))
    if (!key.startsWith('_') && key !== 'hash' && key !== 'data') header[key] = doc[key];
  return header;
}

/** Makes an event from its header and data: computes `dataHash`, `hash` and the content-addressed `_id`. */
export function sealEvent<T extends EventType>(type: T, header: EventHeader, data: EventData<T>): EventEnvelope<T> {
  const body = { ...header, type, dataHash: hashOf(data) };
  const hash = hashOf(body);
  // The generic union cannot be narrowed by the compiler here; the shape is exactly EventEnvelope<T>.
  return { ...body, _id: eventIdOf(header.stream, header.at, hash), hash, data };
}

/** `<stream>:<at>:<first 32 hex of hash>`. */
export function eventIdOf(stream: string, at: string, hash: string): string {
  return `${stream}:${at}:${hash.slice(0, 32)}`;
}

/**
 * Checks a document from disk or server. `forged`: the body does not hash to its id, whoever wrote it.
 * `newer`: well formed and authentic, but of a type or version this app does not know. Never throws.
 */
export function verifyEvent(doc: unknown): Result<EventEnvelope, EventRefusal> {
  const parsed = envelopeField.safeParse(doc);
  if (!parsed.success) return err('malformed');
  const event = parsed.data;
  try {
    if (hashOf(headerOf(event)) !== event.hash) return err('forged');
    if (eventIdOf(event.stream, event.at, event.hash) !== event._id) return err('forged');
    if (hashOf(event.data) !== event.dataHash) return err('forged');
  } catch {
    return err('malformed'); // canonicalJson refuses text or numbers that no honest author could have sealed
  }
  if (event.v > ENVELOPE_VERSION || !isEventType(event.type)) return err('newer');
  if (!EVENT_TYPES[event.type].safeParse(event.data).success) return err('bad_data');
  return ok(noteChecked(stripLocal(event)) as unknown as EventEnvelope);
}

function stripLocal(event: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(event)) if (key === '_id' || !key.startsWith('_')) kept[key] = event[key];
  return kept;
}
