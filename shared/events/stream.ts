import { assert } from '../kernel/assert.ts';
import { chinaYearOf } from '../kernel/chinaTime.ts';
import { uuidv7TimeMs } from '../kernel/uuid.ts';

/** Kinds of streams: all events about one thing. `device` streams hold events about a device's own logs. */
export const STREAM_KINDS = [
  ...(['site', 'inspection', 'case', 'device', 'indicator', 'task'] as const),
  ...(['report', 'reporter', 'exchange'] as const),
] as const;
/** See `STREAM_KINDS`. */
export type StreamKind = (typeof STREAM_KINDS)[number];

/** Streams of things without a year. */
const IN_WORK: ReadonlySet<string> = new Set<StreamKind>(['site', 'device', 'indicator', 'task', 'report', 'exchange']);

/** The kind of a stream and the uuid inside its name; undefined when the text is not a stream's name. */
export function parseStream(
  stream: string,
): { readonly kind: StreamKind; readonly id: string; readonly openedMs: number } | undefined {
  const colon = stream.indexOf(':');
  const kind = STREAM_KINDS.find((known) => known === stream.slice(0, colon));
  const id = stream.slice(colon + 1);
  const openedMs = uuidv7TimeMs(id);
  return kind === undefined || openedMs === undefined ? undefined : { kind, id, openedMs };
}

/** The stream of an event by its id, which is `<stream>:<at>:<hash>`. */
export function streamOf(eventId: string): string {
  return eventId.slice(0, eventId.lastIndexOf(':', eventId.lastIndexOf(':') - 1));
}

/**
 * The database a stream's events live in, by the organisation that owns the stream: `work-<org>` for sites, devices, indicators,
 * tasks, reports and packages for platforms, `sealed-<org>` for who reported, `case-<org>-<yyyy>` for inspections and cases, with the year in which the
 * stream was opened (Asia/Shanghai).
 */
export function databaseOf(stream: string, org: string): string {
  const parsed = parseStream(stream);
  assert(parsed !== undefined, `not a stream: ${stream}`);
  if (isOfWork(parsed.kind)) return `work-${org}`;
  if (parsed.kind === 'reporter') return `sealed-${org}`;
  return `case-${org}-${String(chinaYearOf(parsed.openedMs))}`;
}

/** True for streams without a year, which live in `work-<org>`. */
export function isOfWork(kind: string): boolean {
  return IN_WORK.has(kind);
}

/** The database that holds the blobs of a stream's photos and documents: `evidence-<org>-<yyyy>`. */
export function evidenceDatabaseOf(stream: string, org: string): string {
  const parsed = parseStream(stream);
  assert(parsed !== undefined, `not a stream: ${stream}`);
  return `evidence-${org}-${String(chinaYearOf(parsed.openedMs))}`;
}
