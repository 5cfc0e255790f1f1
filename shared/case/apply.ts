import type { CaseEvent } from './caseEvent.ts';
import { currentDocument } from './requirements.ts';
import type { CaseDocument, CaseId, CaseStage, CaseState, TimelineEntry, Verdict } from './state.ts';

type Found = Extract<CaseEvent, { type: 'case.found' }>;
type Issued = Extract<CaseEvent, { type: 'document.issued' }>;

const RANK: Readonly<Record<CaseStage, number>> = {
  found: 0,
  notice_issued: 1,
  notice_served: 2,
  fixed_on_site: 3,
  fixed: 3,
  not_fixed: 3,
};

/** The state right after the event that opened the case; its timeline is still empty. */
export function openingState(id: string, event: Found): CaseState {
  const { data } = event;
  return {
    id: id as CaseId,
    org: event.org,
    handovers: [],
    title: data.title,
    stage: 'found',
    foundAt: data.foundAt,
    site: data.site,
    inspection: data.inspection,
    findings: data.findings,
    facts: data.facts,
    officer: data.officer,
    second: data.second,
    photos: withPhotos([], photosOf(event)),
    documents: [],
    supervision: { is: 'none' },
    timeline: [],
    readOnly: false,
    head: event._id,
  };
}

/** The state with what an event brings, besides the stage. The caller has judged that the event takes effect. */
export function withEffect(state: CaseState, event: CaseEvent): CaseState {
  const next = { ...state, photos: withPhotos(state.photos, photosOf(event)) };
  switch (event.type) {
    case 'case.found':
    case 'photo.added':
    case 'number.granted':
      return next;
    case 'case.fixedOnSite': {
      const { fixedAt: at, before, after, note } = event.data;
      return { ...next, onSiteFix: { at, before, after, note } };
    }
    case 'document.issued':
      return { ...next, documents: [...next.documents, documentOf(event)], dueOn: event.data.deadline.dueOn };
    case 'document.served': {
      const { document, mode, servedAt: at, receiver, relation, photos } = event.data;
      return mapDocuments(next, (known) =>
        known.document === document
          ? { ...known, served: known.served ?? { mode, at, receiver, relation, photos } }
          : known,
      );
    }
    case 'number.voided':
      return mapDocuments(next, (known) =>
        known.number === event.data.number ? { ...known, voided: event.data.reason } : known,
      );
    case 'case.rechecked': {
      const { recheckedAt: at, result, photos, note } = event.data;
      return { ...next, recheck: { at, result, photos, note } };
    }
    case 'case.handedOver': {
      const { to, reason } = event.data;
      const handover = { from: state.org, to, reason, by: event.by, at: event.wallAt };
      return { ...next, org: to, handovers: [...state.handovers, handover] };
    }
    case 'supervision.returned':
      return { ...next, supervision: { is: 'returned', by: event.by, at: event.wallAt, text: event.data.reason } };
    case 'supervision.accepted':
      return { ...next, supervision: { is: 'accepted', by: event.by, at: event.wallAt, text: event.data.note } };
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
  to: CaseStage | undefined,
  verdict: Verdict,
): CaseStage {
  if (event.type === 'number.voided') return stageAfterVoid(before, after);
  if (to === undefined || event.type === 'case.found') return before.stage;
  if (event.type === 'document.served' && currentDocument(after)?.document !== event.data.document) return before.stage;
  return verdict.is === 'flagged' && RANK[to] < RANK[before.stage] ? before.stage : to;
}

/** The line of the timeline; `detail` is a number, result, name or reason, whichever the type has. */
export function timelineEntry(event: CaseEvent, verdict: Verdict): TimelineEntry {
  const second = 'second' in event.data ? event.data.second.name : undefined;
  const { _id, type, at, wallAt, by, role, org } = event;
  return { event: _id, type, at, wallAt, by, role, org, second, verdict, detail: detailOf(event) };
}

function stageAfterVoid(before: CaseState, after: CaseState): CaseStage {
  const wasCurrent = currentDocument(before) !== undefined && currentDocument(after) === undefined;
  const waits = before.stage === 'notice_issued' || before.stage === 'notice_served';
  return wasCurrent && waits ? 'found' : before.stage; // a void notice obliges nobody: another one can be issued
}

function documentOf({ _id, data }: Issued): CaseDocument {
  const { document, kind, number, issuedAt, noticeOn, deadline, modelHash, pdf } = data;
  const { sha256: pdfSha256, bytes: pdfBytes, pages } = pdf;
  return { document, kind, number, issuedAt, noticeOn, deadline, modelHash, pdfSha256, pdfBytes, pages, event: _id };
}

function mapDocuments(state: CaseState, change: (document: CaseDocument) => CaseDocument): CaseState {
  const changed = { ...state, documents: state.documents.map(change) };
  return { ...changed, dueOn: currentDocument(changed)?.deadline.dueOn };
}

function photosOf(event: CaseEvent): readonly string[] {
  switch (event.type) {
    case 'case.found':
      return event.data.findings.flatMap((finding) => finding.photos);
    case 'photo.added':
      return [event.data.sha256];
    case 'case.fixedOnSite':
      return [...event.data.before, ...event.data.after];
    case 'document.served':
    case 'case.rechecked':
      return event.data.photos;
    default:
      return [];
  }
}

function withPhotos(known: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...known, ...added])];
}

function detailOf(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'case.found':
      return event.data.title;
    case 'case.fixedOnSite':
      return event.data.note;
    case 'case.rechecked':
      return event.data.result;
    case 'document.issued':
    case 'number.granted':
    case 'number.voided':
      return event.data.number;
    case 'document.served':
      return event.data.receiver;
    case 'photo.added':
      return event.data.name;
    case 'case.handedOver':
    case 'supervision.returned':
      return event.data.reason;
    case 'supervision.accepted':
      return event.data.note;
  }
}
