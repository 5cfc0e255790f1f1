import { ageOn } from '../../kernel/age.ts';
import { chinaDateAt } from '../../kernel/chinaTime.ts';
import { addCalendarMonths } from '../../kernel/days.ts';
import { lastAct } from '../acts.ts';
import type { ActKey } from '../procedures/names.ts';
import type { CaseDocument, CaseState } from '../state.ts';

import type { Attempt, Requirements } from './attempt.ts';

/** Clocks of two machines may differ by this much before something is called written before it happened. */
const CLOCK_SLACK_MS = 10 * 60 * 1000;

/** What it takes to open, file and investigate a case, and to take measures in it. */
export const FILING_REQUIREMENTS = {
  not_in_future: {
    code: 'in_future',
    article: '行政处罚法 §40',
    holds: ({ happenedMs, writtenMs }) =>
      happenedMs === undefined || writtenMs === undefined || happenedMs <= writtenMs + CLOCK_SLACK_MS,
  },
  two_named: {
    code: 'officers_not_named',
    article: '行政处罚法 §42',
    holds: ({ data }) => data?.officers === undefined || new Set(data.officers.map(({ user }) => user)).size >= 2,
  },
  document_issued: {
    code: 'document_not_issued',
    article: '民事诉讼法 §87',
    holds: ({ state, data }) =>
      state === undefined || data?.document === undefined || hasDocument(state, data.document),
  },
  in_power: {
    code: 'out_of_power',
    article: '行政处罚法 §22',
    holds: ({ state, data }) => data?.power === undefined || state === undefined || data.power.org === state.org,
    subject: ({ data }) => data?.power?.org,
  },
  not_time_barred: {
    code: 'time_barred',
    article: '行政处罚法 §36',
    holds: isInTime,
    subject: ({ data }) => data?.actEndedOn,
  },
  party_known: {
    code: 'party_unknown',
    article: '行政处罚法 §40',
    holds: ({ state }) => state === undefined || state.file?.party !== undefined,
  },
  basis_for_measure: {
    code: 'no_basis_for_measure',
    article: '行政强制法 §10',
    holds: ({ state }) => state?.file?.matter === undefined || state.file.matter.measures.includes('seizure'),
    subject: ({ state }) => state?.file?.matter?.name,
  },
  measures_ended: {
    code: 'measure_running',
    article: '行政强制法 §27',
    holds: ({ state }) => (state?.file?.measures ?? []).every(({ endedOn }) => endedOn !== undefined),
  },
  not_returned: {
    code: 'returned_by_brigade',
    article: '行政处罚法 §75',
    holds: ({ state }) => state?.supervision.is !== 'returned',
  },
  no_recusal_open: {
    code: 'recusal_open',
    article: '行政处罚法 §43',
    holds: ({ state }) => (state?.file?.recusals ?? []).every(({ granted }) => granted !== undefined),
    subject: ({ state }) => state?.file?.recusals.find(({ granted }) => granted === undefined)?.of,
  },
  not_issued_twice: {
    code: 'issued_already',
    article: '行政处罚法 §59',
    holds: (attempt) => standing(attempt) === undefined,
    subject: (attempt) => standing(attempt)?.number,
  },
  fork_open: {
    code: 'no_fork',
    article: '行政处罚法 §57',
    holds: ({ state }) =>
      state === undefined || state.timeline.some(({ verdict }) => verdict.is === 'void' && verdict.reason === 'fork'),
  },
  of_age: {
    code: 'underage',
    article: '行政处罚法 §30',
    holds: isOfAge,
  },
} as const satisfies Requirements;

function hasDocument(state: CaseState, document: string): boolean {
  return state.documents.some((known) => known.document === document && known.voided === undefined);
}

function isInTime({ on, data }: Attempt): boolean {
  if (on === undefined || data?.actEndedOn === undefined) return true;
  return on <= addCalendarMonths(data.actEndedOn, data.graveHarm === true ? 60 : 24);
}

/** No penalty below fourteen, nor for who could not know what he did (行政处罚法 §30, §31). */
function isOfAge({ state, data, on }: Attempt): boolean {
  const party = data?.party ?? state?.file?.party;
  if (party === undefined || party.kind === 'legal_person') return true;
  if (party.incapable === true) return false;
  const actOn = state?.file?.filed?.actEndedOn ?? (state === undefined ? on : chinaDateAt(state.foundAt));
  return party.bornOn === undefined || actOn === undefined || ageOn(party.bornOn, actOn) >= 14;
}

/** Notices before a penalty. */
const NOTICES: ReadonlySet<string | undefined> = new Set(['D17', 'D18']);
/** A new approval calls for a new one of these. */
const APPROVED_BY: Readonly<Record<string, ActKey>> = {
  D17: 'case.approved:notice',
  D18: 'case.approved:notice',
  D32: 'case.approved:defer',
};

/** The valid document of that kind that stands already; a voided number leaves room for another one. */
function standing({ state, act }: Attempt): CaseDocument | undefined {
  const [event, kind] = (act ?? '').split(':');
  if (state === undefined || event !== 'document.issued') return undefined;
  const by = APPROVED_BY[kind ?? ''];
  const approved = by === undefined ? undefined : lastAct(state, [by]);
  const since = approved === undefined ? -1 : state.timeline.indexOf(approved);
  return state.documents.find(
    (one) =>
      one.voided === undefined &&
      (one.kind === kind || (NOTICES.has(kind) && NOTICES.has(one.kind))) &&
      state.timeline.findIndex(({ event: id }) => id === one.event) > since,
  );
}
