import { foldCase } from '#shared/case/fold.ts';
import { receiptKey } from '#shared/case/payment.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { databaseOf, parseStream, type StreamKind } from '#shared/events/stream.ts';
import { withheldIn, withoutWithheld } from '#shared/events/withheld.ts';
import { foldInspection } from '#shared/inspection/fold.ts';
import { proofsOf } from '#shared/inspection/proofs.ts';
import { acceptedOn } from '#shared/programme/contributions.ts';
import { indicatorEntries } from '#shared/programme/entries.ts';
import { foldReport } from '#shared/report/fold.ts';
import { foldReporter } from '#shared/report/reporter.ts';
import { DEFAULT_REGISTER, DEFAULT_STATE } from '#shared/site/checkSite.ts';
import { foldSite } from '#shared/site/fold.ts';
import { siteInitials } from '#shared/site/initials.ts';
import { foldTask } from '#shared/task/fold.ts';

import type {
  CaseRow,
  EventRow,
  IndicatorRow,
  InspectionRow,
  NumberRow,
  PhotoRow,
  ReportRow,
  ReporterRow,
  SiteRow,
  TaskRow,
  WithheldRow,
  XunzhiDatabase,
} from '../tables.ts';

import { heldIds, rangeOf } from './heldIds.ts';
import type { JudgedBy } from './judgedBy.ts';
import { pinyinInitial } from './pinyin.ts';
import { readStreams } from './readStreams.ts';
import { forgetWithheld } from './withheld.ts';

/** The tables that `projectStreams` writes: a transaction that calls it must hold them and `events`. */
export const PROJECTED_TABLES = [
  ...(['sites', 'inspections', 'cases', 'indicators', 'reports', 'reporters', 'tasks'] as const),
  ...(['photos', 'numbers', 'withheld', 'outbox'] as const),
] as const;

/** The rows that a stream's events come to. */
type Projection = {
  readonly sites: readonly SiteRow[];
  /** Things that were taken out of their register, by id. */
  readonly goneSites: readonly string[];
  readonly inspections: readonly InspectionRow[];
  readonly cases: readonly CaseRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly reports: readonly ReportRow[];
  readonly reporters: readonly ReporterRow[];
  readonly photos: readonly PhotoRow[];
  readonly numbers: readonly NumberRow[];
  readonly withheld: readonly WithheldRow[];
  readonly tasks: readonly TaskRow[];
  /** Events that are here and count no more. */
  readonly dropped: readonly EventEnvelope[];
};

/** What a stream comes to by exactly these events. */
export type Folded = {
  readonly stream: string;
  /** `pages` of the feed, which puts their numbers itself, or the `store`. */
  readonly from: 'pages' | 'store';
  /** Sorted. The projection counts only while the store holds these events of the stream and no other. */
  readonly ids: readonly string[];
  readonly made: Projection;
};

/** Every event row of a stream in the order of its stamps. */
export function eventsOf(db: XunzhiDatabase, stream: string): Promise<EventRow[]> {
  return rangeOf(db, stream).toArray();
}

/**
 * Folds the given streams again and writes their rows; pure folds, so it may run any number of times. All streams are
 * read at once and each table is written once: waiting for IndexedDB call by call is what a page of the feed costs most.
 * `by`: what of the bureau's catalogue it is judged by. `folded`: what was folded beforehand, taken where
 * the store still holds exactly those events.
 */
export async function projectStreams(
  db: XunzhiDatabase,
  streams: ReadonlySet<string>,
  by: JudgedBy,
  folded: readonly Folded[] = [],
): Promise<void> {
  const ready = await stillTrue(
    db,
    folded.filter(({ stream }) => streams.has(stream)),
  );
  const rest = [...streams].filter((stream) => !ready.has(stream));
  const read = await readStreams(db, rest);
  const again = [...read].map(([stream, rows]) => foldedOf('store', stream, rows, by));
  await putFolded(db, [...ready.values(), ...again]);
}

/** Writes what streams come to; part of a transaction that holds `PROJECTED_TABLES`. */
export async function putFolded(db: XunzhiDatabase, folded: readonly Folded[]): Promise<void> {
  const made = folded.map((one) => one.made);
  // The feed has put the numbers of what it brought; only what was withheld changes them.
  const withNumbers = folded.flatMap((one) => (one.from === 'store' || one.made.dropped.length > 0 ? [one.made] : []));
  await forgetWithheld(
    db,
    made.flatMap(({ dropped }) => dropped),
  );
  await Promise.all([
    putAll(
      db.withheld,
      made.flatMap(({ withheld }) => withheld),
    ),
    putAll(
      db.sites,
      made.flatMap(({ sites }) => sites),
    ),
    deleteAll(
      db.sites,
      made.flatMap(({ goneSites }) => goneSites),
    ),
    putAll(
      db.inspections,
      made.flatMap(({ inspections }) => inspections),
    ),
    putAll(
      db.cases,
      made.flatMap(({ cases }) => cases),
    ),
    putAll(
      db.indicators,
      made.flatMap(({ indicators }) => indicators),
    ),
    putAll(
      db.reports,
      made.flatMap(({ reports }) => reports),
    ),
    putAll(
      db.reporters,
      made.flatMap(({ reporters }) => reporters),
    ),
    putAll(
      db.photos,
      made.flatMap(({ photos }) => photos),
    ),
    putAll(
      db.numbers,
      withNumbers.flatMap(({ numbers }) => numbers),
    ),
    putAll(
      db.tasks,
      made.flatMap(({ tasks }) => tasks),
    ),
  ]);
}

async function stillTrue(db: XunzhiDatabase, folded: readonly Folded[]): Promise<ReadonlyMap<string, Folded>> {
  const held = await heldIds(
    db,
    folded.map(({ stream }) => stream),
    idsIn(folded),
  );
  return new Map(folded.flatMap((one) => (isFrom(one, held.get(one.stream)) ? [[one.stream, one] as const] : [])));
}

/** How many events streams were folded from. */
export function idsIn(folded: readonly Folded[]): number {
  return folded.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** True when the stream was folded from the events with exactly these ids. */
export function isFrom({ ids }: Folded, keys: readonly string[] = []): boolean {
  return ids.length === keys.length && ids.every((id, at) => id === keys[at]);
}

async function putAll<T>(
  table: { readonly bulkPut: (rows: readonly T[]) => PromiseLike<unknown> },
  rows: readonly T[],
): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
}

async function deleteAll(
  table: { readonly bulkDelete: (keys: string[]) => PromiseLike<unknown> },
  keys: string[],
): Promise<void> {
  if (keys.length > 0) await table.bulkDelete(keys);
}

/** Folds what was found of a stream, in order, to be written later. */
export function foldedOf(from: Folded['from'], stream: string, rows: readonly EventRow[], by: JudgedBy): Folded {
  return { stream, from, ids: rows.map(({ id }) => id), made: projectionOf(stream, rows, by) };
}

/** What the events of a stream, in order, come to by these days off. */
export function projectionOf(stream: string, rows: readonly EventRow[], by: JudgedBy): Projection {
  const events = rows.map((row) => row.event);
  const counting = new Set(withoutWithheld(events));
  return {
    ...siteRows(stream, events),
    inspections: inspectionRows(stream, events, by),
    cases: caseRows(stream, rows, by),
    indicators: indicatorRows(stream, [...counting]),
    reports: ofKind(stream, 'report', () => foldReport(events)),
    reporters: ofKind(stream, 'reporter', () => foldReporter(events)),
    photos: photoRows(stream, [...counting]),
    numbers: numberRows(events, counting),
    withheld: withheldIn(events).map((one) => ({ ...one, id: `${one.named}@${one.device}/${one.by}` })),
    dropped: events.filter((event) => !counting.has(event)),
    tasks: taskRows(stream, [...counting]),
  };
}

function ofKind<T>(stream: string, kind: StreamKind, fold: () => T | undefined): T[] {
  const row = parseStream(stream)?.kind === kind ? fold() : undefined;
  return row === undefined ? [] : [row];
}

function siteRows(stream: string, events: readonly EventEnvelope[]): Pick<Projection, 'sites' | 'goneSites'> {
  const site = parseStream(stream)?.kind === 'site' ? foldSite(events) : undefined;
  if (site === undefined) return { sites: [], goneSites: [] };
  const { id, org, data, batch, withdrawn } = site;
  if (withdrawn !== undefined) return { sites: [], goneSites: [id] };
  const row: SiteRow = {
    ...data,
    ...{ id, org, register: data.register ?? DEFAULT_REGISTER, state: data.state ?? DEFAULT_STATE },
    initials: siteInitials(data.name, data.operator, pinyinInitial),
    ...(batch !== undefined && { batch }),
  };
  return { sites: [row], goneSites: [] };
}

function inspectionRows(stream: string, events: readonly EventEnvelope[], { checklists }: JudgedBy): InspectionRow[] {
  const inspection = parseStream(stream)?.kind === 'inspection' ? foldInspection(events) : undefined;
  if (inspection === undefined) return [];
  const { id, org, by, data, photos } = inspection;
  const checklist = checklists.find((one) => one.id === data.checklist && one.version === data.checklistVersion);
  const proofs = checklist === undefined ? { proves: [], amounts: {} } : proofsOf(checklist, data.answers);
  return [{ ...data, ...proofs, id, org, by, siteId: data.site.siteId, photos: [...photos] }];
}

function caseRows(stream: string, rows: readonly EventRow[], { calendar }: JudgedBy): CaseRow[] {
  if (parseStream(stream)?.kind !== 'case') return [];
  const events = rows.map((row) => row.event);
  const state = foldCase(events, calendar);
  // Copies of a case that was handed over may have come from either database, in any order.
  if (state === undefined) return [];
  const receipts = (state.file?.payments ?? []).map(({ receipt }) => receiptKey(receipt));
  return [
    { ...state, db: databaseOf(stream, state.org), siteName: state.site.name, receipts, acceptedOn: acceptedOn(state) },
  ];
}

/** One row for each stream, so that an entry that was withheld goes with it. */
function indicatorRows(stream: string, events: readonly EventEnvelope[]): IndicatorRow[] {
  const parsed = parseStream(stream);
  if (parsed?.kind !== 'indicator') return [];
  return [{ id: parsed.id, entries: indicatorEntries(events) }];
}

function taskRows(stream: string, events: readonly EventEnvelope[]): TaskRow[] {
  const task = parseStream(stream)?.kind === 'task' ? foldTask(events) : undefined;
  return task === undefined ? [] : [task];
}

function photoRows(stream: string, events: readonly EventEnvelope[]): PhotoRow[] {
  return events.flatMap((event): PhotoRow[] =>
    event.type === 'photo.added'
      ? [{ key: `${stream}#${event.data.sha256}`, stream, sha256: event.data.sha256, data: event.data }]
      : [],
  );
}

/**
 * The numbers that events use or void, in their order. A number that was given once is spent, also when its grant was
 * withheld: it may stand on paper.
 */
export function numberRows(
  events: readonly EventEnvelope[],
  counting: ReadonlySet<EventEnvelope> = new Set(events),
): NumberRow[] {
  return events.flatMap((event): NumberRow[] => {
    if (event.type !== 'number.granted' && event.type !== 'number.voided') return [];
    const { org, kind, year } = event.data.series;
    const { n, document } = event.data;
    const series = `${org}:${kind}:${String(year)}`;
    return [
      {
        key: `${series}:${String(n)}`,
        series,
        n,
        event: event._id,
        document,
        voided: event.type === 'number.voided' || !counting.has(event),
      },
    ];
  });
}
