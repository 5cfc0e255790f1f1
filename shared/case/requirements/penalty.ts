import { DEADLINES } from '../../deadlines/deadlines.ts';
import type { Penalty } from '../../events/penalty.ts';
import { chinaDateAt } from '../../kernel/chinaTime.ts';
import { addWorkingDays } from '../../kernel/days.ts';
import { isAct, lastAct, wasDone } from '../acts.ts';
import { clockOf } from '../clocks.ts';
import type { CaseDocument, CaseState } from '../state.ts';

import type { Attempt, Requirements } from './attempt.ts';

/** 当场处罚: fen at most for a citizen or sole trader, and for an organisation (行政处罚法 §51). */
const SPOT_LIMIT_FEN = { citizen: 20_000, sole_trader: 20_000, legal_person: 300_000 } as const;

/** What it takes to notify, hear and decide a penalty. */
export const PENALTY_REQUIREMENTS = {
  matter_simple: {
    code: 'not_simple',
    article: '行政处罚法 §51',
    holds: ({ state, data }) => {
      const matter = data?.matter ?? state?.file?.matter;
      return matter?.simple !== 'no';
    },
    subject: ({ state, data }) => (data?.matter ?? state?.file?.matter)?.name,
  },
  penalty_given: {
    code: 'no_penalty_named',
    article: '行政处罚法 §44',
    holds: ({ data }) => data === undefined || data.penalty !== undefined,
  },
  amount_verified: { code: 'amount_unverified', article: '行政处罚法 §38', holds: isVerified, subject: matterName },
  fine_within_spot_limit: {
    code: 'over_spot_limit',
    article: '行政处罚法 §51',
    holds: isWithinSpotLimit,
    subject: (attempt) => String(spotLimit(attempt)),
  },
  no_new_facts: {
    code: 'new_facts',
    article: '行政处罚法 §54',
    holds: ({ state }) => state?.file?.objection !== 'new_facts',
  },
  same_day: {
    code: 'not_same_day',
    article: '行政处罚法 §52',
    holds: ({ state, on, data }) => {
      const issuedAt = state?.documents.find(({ document }) => document === data?.document)?.issuedAt;
      return on === undefined || issuedAt === undefined || chinaDateAt(issuedAt) === on;
    },
  },
  fine_as_notified: {
    code: 'above_notified',
    article: '行政处罚法 §45',
    holds: ({ state, data }) => !isHeavier(data?.penalty, noticeOf(state)?.penalty),
    subject: ({ state }) => String(noticeOf(state)?.penalty?.fineFen ?? 0),
  },
  penalty_as_decided: {
    code: 'not_as_decided',
    article: '行政处罚法 §59',
    holds: ({ state, data }) =>
      data?.penalty === undefined ||
      state?.file?.decided === undefined ||
      (data.penalty.fineFen === state.file.decided.fineFen && !isHeavier(data.penalty, state.file.decided)),
    subject: ({ state }) => String(state?.file?.decided?.fineFen ?? 0),
  },
  discussed_if_grave: {
    code: 'not_discussed',
    article: '行政处罚法 §57',
    holds: ({ state }) => state?.file?.grave !== true || wasDone(state, ['case.discussed']),
  },
  notice_served: {
    code: 'notice_not_served',
    article: '行政处罚法 §44',
    holds: ({ state }) => {
      const notice = noticeOf(state);
      const issued = lastAct(state, ['document.issued:D17', 'document.issued:D18']);
      const isServed = wasDone(state, ['document.served:D17', 'document.served:D18'], issued);
      return state === undefined || (notice?.served !== undefined && isServed);
    },
  },
  hearing_if_threshold: { code: 'hearing_notice_needed', article: '行政处罚法 §63', holds: hasHearingNotice },
  hearing_asked_in_time: {
    code: 'hearing_asked_late',
    article: '行政处罚法 §64',
    holds: ({ state, on, calendar }) => {
      const dueOn = clockOf(state, 'hearingRequest', calendar)?.dueOn;
      return on === undefined || dueOn === undefined || on <= dueOn;
    },
    subject: ({ state, calendar }) => clockOf(state, 'hearingRequest', calendar)?.dueOn,
  },
  hearing_asked_or_by_agency: {
    code: 'hearing_not_asked',
    article: '行政处罚法 §64',
    holds: ({ state, data }) => data?.byAgency !== false || wasDone(state, ['hearing.requested'], noticeAct(state)),
  },
  hearing_notice_days: {
    code: 'hearing_notice_short',
    article: '行政处罚法 §64',
    holds: ({ on, data, calendar }) =>
      on === undefined ||
      data?.heldAt === undefined ||
      (chinaDateAt(data.heldAt) ?? '') >= addWorkingDays(on, DEADLINES.hearingNotice.period.count, calendar),
  },
  on_day_called: {
    code: 'hearing_on_other_day',
    article: '行政处罚法 §64',
    holds: ({ state, on }) => on === undefined || state?.file?.hearing === undefined || on >= state.file.hearing.heldOn,
    subject: ({ state }) => state?.file?.hearing?.heldOn,
  },
  hearing_done_if_asked: {
    code: 'hearing_not_held',
    article: '行政处罚法 §63',
    holds: ({ state }) => {
      const asked = lastAct(state, ['hearing.requested']);
      if (asked === undefined || !wasDone(state, ['hearing.requested'], noticeAct(state))) return true;
      return wasDone(state, ['hearing.held'], asked);
    },
  },
  by_hearing_host: {
    code: 'not_hearing_host',
    // Nobody writes a report in the name of somebody else; no article says so.
    article: '',
    holds: ({ state, by }) => by === undefined || (state?.file?.hearing?.host ?? by) === by,
    subject: ({ state }) => state?.file?.hearing?.host,
  },
  review_after_hearing: {
    code: 'no_review_after_hearing',
    article: '行政处罚法 §58',
    holds: ({ state }) => {
      const held = lastAct(state, ['hearing.held']);
      return held === undefined || wasDone(state, ['case.reviewed:pass'], held);
    },
  },
  defence_reviewed: {
    code: 'defence_not_reviewed',
    article: '行政处罚法 §45',
    holds: ({ state }) => {
      // What was said outside of any rule is a defence, too, and has to be looked at.
      const said = state?.timeline.findLast((entry) => isAct(entry, 'statement.made') && entry.verdict.is !== 'void');
      return said === undefined || wasDone(state, ['statement.reviewed'], said);
    },
  },
} as const satisfies Requirements;

/** The last valid notice before a penalty. */
export function noticeOf(state: CaseState | undefined): CaseDocument | undefined {
  return state?.documents.findLast(({ kind, voided }) => (kind === 'D17' || kind === 'D18') && voided === undefined);
}

function noticeAct(state: CaseState | undefined): ReturnType<typeof lastAct> {
  return lastAct(state, ['document.served:D18']);
}

function matterName({ state, data }: Attempt): string | undefined {
  return (data?.matter ?? state?.file?.matter)?.name;
}

/** No basis, no penalty: citation and amount have been read by legal staff (行政处罚法 §4, §38). */
function isVerified({ state, data }: Attempt): boolean {
  if (data === undefined) return true;
  const matter = data.matter ?? state?.file?.matter;
  const isKnown = matter === undefined || matter.verified;
  return isKnown && (data.penalty === undefined || data.penalty.fineFen === 0 || data.penalty.amount === 'verified');
}

function isWithinSpotLimit({ state, data }: Attempt): boolean {
  const penalty = data?.penalty;
  if (penalty === undefined) return true;
  if (hasText(penalty.confiscation) || hasText(penalty.demolition)) return false;
  const matter = data?.matter ?? state?.file?.matter;
  if (matter?.simple === 'warning_only' && penalty.fineFen > 0) return false;
  return penalty.fineFen <= spotLimit({ state, data });
}

function spotLimit({ state, data }: Attempt): number {
  const kind = (data?.party ?? state?.file?.party)?.kind ?? 'citizen';
  const matter = data?.matter ?? state?.file?.matter;
  return SPOT_LIMIT_FEN[kind === 'sole_trader' && matter?.soleTraderAs === 'organisation' ? 'legal_person' : kind];
}

/** More money, or a kind of penalty that was not named: needs a new notice (行政处罚法 §45, §62). */
function isHeavier(penalty: Penalty | undefined, than: Penalty | undefined): boolean {
  if (penalty === undefined || than === undefined) return false;
  const adds = (now: string | undefined, before: string | undefined): boolean => hasText(now) && now !== before;
  return (
    penalty.fineFen > than.fineFen ||
    (penalty.warning && !than.warning) ||
    adds(penalty.confiscation, than.confiscation) ||
    adds(penalty.demolition, than.demolition)
  );
}

/** From the published amount on, the party is told of the right to a hearing, which only D18 does (§63). */
function hasHearingNotice({ act, data }: Attempt): boolean {
  if (act !== 'document.issued:D17' || data?.penalty === undefined) return true;
  if (data.penalty.fineFen === 0) return true;
  return data.hearingFromFen !== undefined && data.penalty.fineFen < data.hearingFromFen;
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
