import { foldCase } from '#shared/case/fold.ts';
import { receiptKey } from '#shared/case/payment.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { databaseOf, parseStream, type StreamKind } from '#shared/events/stream.ts';
import { withheldIn, withoutWithheld } from '#shared/events/withheld.ts';
import { foldPackage } from '#shared/exchange/outbox.ts';
import { foldInspection } from '#shared/inspection/fold.ts';
import { proofsOf } from '#shared/inspection/proofs.ts';
import { acceptedOn } from '#shared/programme/contributions.ts';
import { indicatorEntries } from '#shared/programme/entries.ts';
import { foldReport } from '#shared/report/fold.ts';
import { foldReporter } from '#shared/report/reporter.ts';
import { DEFAULT_REGISTER, DEFAULT_STATE } from '#shared/site/checkSite.ts';
import { foldSite } from '#shared/site/fold.ts';
import { siteInitials } from '#shared/site/initials.ts';
import { foldSelfChecks } from '#shared/site/selfCheck.ts';
import { foldTask } from '#shared/task/fold.ts';

import type {
  CaseRow,
  EventRow,
  ExchangeRow,
  IndicatorRow,
  InspectionRow,
  NumberRow,
  PhotoRow,
  ReportRow,
  ReporterRow,
  SelfCheckRow,
  SiteRow,
  TaskRow,
  WithheldRow,
} from '../tables.ts';

import type { JudgedBy } from './judgedBy.ts';
import { pinyinInitial } from './pinyin.ts';

/** The rows that a stream's events come to. */
export type Projection = {
  readonly sites: readonly SiteRow[];
  /** Things that were taken out of their register, by id. */
  readonly goneSites: readonly string[];
  readonly selfChecks: readonly SelfCheckRow[];
  readonly inspections: readonly InspectionRow[];
  readonly cases: readonly CaseRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly reports: readonly ReportRow[];
  readonly reporters: readonly ReporterRow[];
  readonly photos: readonly PhotoRow[];
  readonly numbers: readonly NumberRow[];
  readonly withheld: readonly WithheldRow[];
  readonly tasks: readonly TaskRow[];
  readonly exchanges: readonly ExchangeRow[];
  /** Events that are here and count no more. */
  readonly dropped: readonly EventEnvelope[];
};

/** What the events of a stream, in order, come to by these days off. */
export function projectionOf(stream: string, rows: readonly EventRow[], by: JudgedBy): Projection {
  const events = rows.map((row) => row.event);
  const counting = new Set(withoutWithheld(events));
  return {
    ...siteRows(stream, events),
    selfChecks: selfCheckRows(stream, events),
    inspections: inspectionRows(stream, events, by),
    cases: caseRows(stream, rows, by),
    indicators: indicatorRows(stream, [...counting]),
    reports: ofKind(stream, 'report', () => foldReport(events)),
    reporters: ofKind(stream, 'reporter', () => foldReporter(events)),
    photos: photoRows(stream, [...counting]),
    numbers: numberRows(events, counting),
    withheld: withheldIn(events).map((one) => ({ ...one, id: `${one.named}@${one.device}/${one.by}` })),
    dropped: events.filter((event) => !counting.has(event)),
    tasks: ofKind(stream, 'task', () => foldTask(events)),
    exchanges: ofKind(stream, 'exchange', () => foldPackage([...counting])),
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

/** One row for each shop, so that a check that was withheld goes with it. */
function selfCheckRows(stream: string, events: readonly EventEnvelope[]): SelfCheckRow[] {
  const parsed = parseStream(stream);
  const checks = parsed?.kind === 'site' ? foldSelfChecks(events) : undefined;
  const org = events.find(({ type }) => type === 'site.registered')?.org;
  return checks === undefined || parsed === undefined || org === undefined ? [] : [{ id: parsed.id, org, checks }];
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
