import { countDeadline } from '../kernel/days.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { happenedOn, peopleOf, tagOf } from './acts.ts';
import { openedFile, withFileEffect } from './applyFile.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { Transition } from './procedures/procedure.ts';
import { SERVICE_SINCE } from './procedures/versions.ts';
import { currentDocument } from './requirements/correction.ts';
import { servedFrom } from './service.ts';
import type { CaseDocument, CaseId, CaseStage, CaseState, TimelineEntry, Verdict } from './state.ts';

/** Members of which the first that is there is the detail of an event's line. */
const DETAILS = [
  'title',
  'result',
  'receiver',
  'number',
  'name',
  'reason',
  'text',
  'words',
  'note',
  'printer',
] as const;

/** An event that opens a case. */
export type Opening = Extract<CaseEvent, { type: 'case.found' | 'case.opened' }>;
type Issued = Extract<CaseEvent, { type: 'document.issued' }>;

const RANK: Readonly<Partial<Record<CaseStage, number>>> = {
  found: 0,
  notice_issued: 1,
  notice_served: 2,
  fixed_on_site: 3,
  fixed: 3,
  not_fixed: 3,
};

/** The state right after the event that opened the case; its timeline is still empty. */
export function openingState(id: string, event: Opening, to: CaseStage): CaseState {
  const { data } = event;
  return {
    id: id as CaseId,
    org: event.org,
    procedure: event.type === 'case.found' ? 'correction' : event.data.procedure,
    handovers: [],
    title: data.title,
    stage: to,
    foundAt: data.foundAt,
    site: data.site,
    inspection: data.inspection,
    report: data.report,
    findings: data.findings,
    facts: data.facts,
    officer: data.officer,
    second: data.second,
    ...(event.type === 'case.opened' ? { file: openedFile(event.data) } : {}),
    photos: withPhotos([], photosOf(event)),
    documents: [],
    addresses: [],
    scans: [],
    supervision: { is: 'none' },
    timeline: [],
    readOnly: false,
    head: event._id,
  };
}

/** The state with the photos of an event and nothing else of it. */
export function withPhotosOf(state: CaseState, event: CaseEvent): CaseState {
  return isOfScan(event) ? state : { ...state, photos: withPhotos(state.photos, photosOf(event)) };
}

/** The state with what an event brings, besides the stage. The caller has judged that the event takes effect. */
export function withEffect(state: CaseState, event: CaseEvent, calendar?: WorkCalendar): CaseState {
  const next = withPhotosOf(state, event);
  const file = next.file && withFileEffect(next.file, event, next);
  return withCommonEffect(file === next.file ? next : { ...next, file }, event, calendar);
}

function withCommonEffect(next: CaseState, event: CaseEvent, calendar: WorkCalendar | undefined): CaseState {
  switch (event.type) {
    case 'case.fixedOnSite': {
      const { fixedAt: at, before, after, note } = event.data;
      return { ...next, onSiteFix: { at, before, after, note } };
    }
    case 'document.issued':
      return withDueDate({ ...next, documents: [...next.documents, documentOf(event)] });
    case 'document.served': {
      const { document, mode, servedAt: at, receiver, relation, photos } = event.data;
      const served = { mode, at, on: happenedOn(event), receiver, relation, photos };
      return mapDocuments(next, (known) =>
        // Who turns up while an announcement runs is handed the paper, and that counts.
        known.document === document && (known.served === undefined || known.served.mode === 'announcement')
          ? { ...known, served, ...recounted(known, served, event.rules, calendar) }
          : known,
      );
    }
    case 'number.voided':
      return mapDocuments(next, (known) =>
        known.number === event.data.number ? { ...known, voided: event.data.reason } : known,
      );
    case 'service.addressConfirmed': {
      const { at, address, electronic, eAddress } = event.data;
      const confirmed = { event: event._id, at, address, ...(electronic ? { eAddress } : {}) };
      return { ...next, addresses: [...next.addresses, confirmed] };
    }
    case 'paper.scanned': {
      const { paper, of, photos } = event.data;
      return { ...next, scans: [...next.scans, { paper, of, photos }] };
    }
    case 'case.rechecked': {
      const { recheckedAt: at, result, photos, note } = event.data;
      return { ...next, recheck: { at, result, photos, note } };
    }
    case 'case.handedOver': {
      const { to, reason } = event.data;
      const handover = { from: next.org, to, reason, by: event.by, at: event.wallAt };
      return { ...next, org: to, handovers: [...next.handovers, handover] };
    }
    case 'supervision.returned':
      return { ...next, supervision: { is: 'returned', by: event.by, at: event.wallAt, text: event.data.reason } };
    case 'supervision.accepted':
      return { ...next, supervision: { is: 'accepted', by: event.by, at: event.wallAt, text: event.data.note } };
    default:
      return next;
  }
}

/**
 * The stage after an event that takes effect. What happened against the rules never moves a case back (a service that
 * was recorded late does not undo a re-check), nor does a service without a notice move it.
 */
export function stageAfter(
  before: CaseState,
  after: CaseState,
  event: CaseEvent,
  line: Transition,
  verdict: Verdict,
): CaseStage {
  const { to } = line;
  if (event.type === 'number.voided') return stageAfterVoid(before, after);
  if (to === undefined || line.from === 'none') return before.stage;
  if (before.file !== undefined) {
    const isGone = line.movesFlagged === true && !before.file.isEnded;
    return verdict.is === 'flagged' && !isGone ? before.stage : to;
  }
  if (event.type === 'document.served' && currentDocument(after)?.document !== event.data.document) return before.stage;
  return verdict.is === 'flagged' && (RANK[to] ?? 0) < (RANK[before.stage] ?? 0) ? before.stage : to;
}

/** The line of the timeline; `detail` is a number, result, name or reason, whichever the type has. */
export function timelineEntry(event: CaseEvent, verdict: Verdict, state: CaseState): TimelineEntry {
  const second = 'second' in event.data ? event.data.second?.name : undefined;
  const { _id, type, at, wallAt, by, role, org } = event;
  const isAnnounced = event.type === 'document.served' && event.data.mode === 'announcement';
  const announced = isAnnounced ? { announced: true as const } : {};
  const act = { tag: tagOf(event, state), on: happenedOn(event), ...announced, people: peopleOf(event) };
  return { event: _id, type, at, wallAt, by, role, org, second, ...act, verdict, detail: detailOf(event) };
}

function stageAfterVoid(before: CaseState, after: CaseState): CaseStage {
  if (before.file !== undefined) return before.stage;
  const wasCurrent = currentDocument(before) !== undefined && currentDocument(after) === undefined;
  const waits = before.stage === 'notice_issued' || before.stage === 'notice_served';
  return wasCurrent && waits ? 'found' : before.stage; // a void notice obliges nobody: another one can be issued
}

function documentOf({ _id, data }: Issued): CaseDocument {
  const { document, kind, number, issuedAt, modelHash, pdf } = data;
  const print = { modelHash, pdfSha256: pdf?.sha256, pdfBytes: pdf?.bytes, pages: pdf?.pages };
  const common = { document, kind, number, issuedAt, ...print, event: _id };
  if (data.kind === 'D07') return { ...common, noticeOn: data.noticeOn, deadline: data.deadline };
  const { penalty, hearingFromFen, untilOn, measure, payCode } = data;
  return { ...common, penalty, hearingFromFen, untilOn, measure, payCode };
}

function mapDocuments(state: CaseState, change: (document: CaseDocument) => CaseDocument): CaseState {
  return withDueDate({ ...state, documents: state.documents.map(change) });
}

/**
 * 改正期限 in days runs from the day on which the notice took effect: one that was served later than it is dated is counted again, as
 * the notice itself says (行政处罚法 §28; 民事诉讼法 §85). Services that were written under older rules keep the printed day.
 */
function recounted(
  { deadline, noticeOn }: CaseDocument,
  served: NonNullable<CaseDocument['served']>,
  rules: number,
  calendar: WorkCalendar | undefined,
): Pick<CaseDocument, 'deadline'> {
  if (deadline?.by !== 'days' || noticeOn === undefined || rules < SERVICE_SINCE) return {};
  const from = servedFrom(served, calendar);
  if (from <= noticeOn) return {};
  const { count, unit } = deadline;
  return { deadline: { ...deadline, dueOn: countDeadline(from, { count, unit }, calendar).dueOn } };
}

function withDueDate(state: CaseState): CaseState {
  return { ...state, dueOn: currentDocument(state)?.deadline?.dueOn };
}

/** Sha-256 of the photos that an event names, scans of signed papers among them. */
export function photosOf(event: CaseEvent): readonly string[] {
  switch (event.type) {
    case 'case.found':
    case 'case.opened':
      return event.data.findings.flatMap((finding) => finding.photos);
    case 'photo.added':
      return [event.data.sha256];
    case 'case.fixedOnSite':
    case 'structure.demolished':
      return [...event.data.before, ...event.data.after];
    default:
      return 'photos' in event.data ? event.data.photos : [];
  }
}

/** A scan of a signed paper goes into the dossier and is no photo of the case. */
function isOfScan(event: CaseEvent): boolean {
  return event.type === 'paper.scanned' || (event.type === 'photo.added' && event.data.purpose === 'scan');
}

function withPhotos(known: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...known, ...added])];
}

function detailOf({ data }: CaseEvent): string | undefined {
  for (const member of DETAILS) {
    const value = (data as Readonly<Record<string, unknown>>)[member];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
