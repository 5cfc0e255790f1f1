import type { ProcedureName } from '#shared/case/procedures/names.ts';
import type { CaseStage } from '#shared/case/stages.ts';
import type { SupervisionState } from '#shared/case/state.ts';

import { textFits } from '../lines/block.ts';

import { partyMarks, type CaseEntry } from './entry.ts';
import type { StageGroup } from './groups.ts';
import type { CaseLine } from './line.ts';

/** Families of matters: 违法建设, 户外广告, 门前三包 and other city appearance. */
export const FAMILIES = ['WJ', 'HW', 'MQ'] as const;

/** What the list of cases is narrowed to, and its order. Empty parts do not narrow; dates in Asia/Shanghai, inclusive. */
export type ListFilter = {
  readonly text: string;
  readonly show: 'all' | 'todo' | StageGroup;
  readonly procedure: '' | ProcedureName;
  readonly family: '' | (typeof FAMILIES)[number];
  /** Account of the handling officer. */
  readonly officer: string;
  readonly from: string;
  readonly to: string;
  readonly overdue: boolean;
  readonly sort: 'urgent' | 'newest';
};

/** No narrowing. */
export const ALL_CASES: ListFilter = {
  text: '',
  show: 'all',
  procedure: '',
  family: '',
  officer: '',
  from: '',
  to: '',
  overdue: false,
  sort: 'urgent',
};

/** As many lines as there are. */
export const ALL_LINES = Number.MAX_SAFE_INTEGER;

/** What is asked of the cases of this device; absent parts do not narrow. `most`: so many lines are wanted. */
export type Question = Partial<ListFilter> & {
  readonly most: number;
  readonly stages?: readonly CaseStage[] | undefined;
  readonly supervision?: SupervisionState['is'] | undefined;
  readonly org?: string | undefined;
  readonly siteId?: string | undefined;
  readonly inspection?: string | undefined;
  /** Only those with a place on the map. */
  readonly placed?: boolean | undefined;
  /** Files with a period that runs and that the reader's organisation has to keep. */
  readonly running?: boolean | undefined;
  readonly paid?: boolean | undefined;
  /** A fine was decided. */
  readonly fined?: boolean | undefined;
  /** At that place, or of a party with one of these identity keys. */
  readonly about?: { readonly siteId?: string; readonly parties: readonly string[] } | undefined;
  /** Re-checks that are due today or overdue, the longest first. */
  readonly recheckDue?: boolean | undefined;
};

/** The first lines in the order that was asked for, and how many there are in all. */
export type CaseAnswer = {
  readonly lines: readonly CaseLine[];
  readonly count: number;
  /** How many cases are here, narrowed or not. */
  readonly total: number;
  /** Accounts of everybody who handles one of them, and the organisations that have them. */
  readonly handlers: readonly string[];
  readonly orgs: readonly string[];
};

/** How many parts of the filter narrow the list, beside text, stage and order. */
export function narrowedBy({ procedure, family, officer, from, to, overdue }: ListFilter): number {
  return [procedure, family, officer, from, to].filter((part) => part !== '').length + Number(overdue);
}

/**
 * Answers a question; `entries` come newest first. `today` in Asia/Shanghai. Only what is wanted is put aside: lists as long as
 * all cases, made for each keystroke, keep the engine busy with throwing them away.
 */
export function answerTo(
  entries: readonly CaseEntry[],
  question: Question,
  today: string,
): Pick<CaseAnswer, 'lines' | 'count' | 'total'> {
  const fits = fitsTo(question, today);
  const keyOf = keyFor(question, today);
  const first: { readonly entry: CaseEntry; readonly key: string }[] = [];
  const rest: CaseEntry[] = [];
  let count = 0;
  for (const entry of entries) {
    if (!fits(entry)) continue;
    count += 1;
    const key = keyOf(entry);
    if (key !== undefined) first.push({ entry, key });
    else if (rest.length < question.most) rest.push(entry);
  }
  const sorted = first.sort((a, b) => compare(a.key, b.key)).map(({ entry }) => entry);
  const shown = [...sorted, ...rest].slice(0, question.most);
  return { lines: shown.map(({ block, place }) => block.line(place)), count, total: entries.length };
}

function fitsTo(question: Question, today: string): (entry: CaseEntry) => boolean {
  const { show = 'all', procedure = '', family = '', officer = '', from = '', to = '', overdue = false } = question;
  const { stages, supervision, org, siteId, inspection, recheckDue = false, placed = false } = question;
  const { running = false, paid = false, fined = false, about } = question;
  const text = (question.text ?? '').trim().toLowerCase();
  const since = from === '' ? '' : new Date(`${from}T00:00:00+08:00`).toISOString();
  const until = to === '' ? '~' : new Date(`${to}T23:59:59.999+08:00`).toISOString();
  const checks: readonly (false | ((entry: CaseEntry) => boolean))[] = [
    show !== 'all' && show !== 'todo' && ((entry) => entry.group === show),
    show === 'todo' && (({ waits }) => waits),
    procedure !== '' && ((entry) => entry.procedure === procedure),
    family !== '' && (({ matters }) => matters.includes(`,${family}`)),
    officer !== '' && (({ handlers }) => handlers.includes(`,${officer},`)),
    from !== '' && (({ foundAt }) => foundAt >= since),
    to !== '' && (({ foundAt }) => foundAt <= until),
    overdue && (({ nextOn }) => nextOn !== undefined && nextOn < today),
    stages !== undefined && (({ stage }) => stages.includes(stage)),
    supervision !== undefined && ((entry) => entry.supervision === supervision),
    org !== undefined && ((entry) => entry.org === org),
    siteId !== undefined && ((entry) => entry.siteId === siteId),
    inspection !== undefined && ((entry) => entry.inspection === inspection),
    recheckDue && (({ stage, dueOn }) => stage === 'notice_served' && dueOn !== undefined && dueOn <= today),
    placed && (({ isPlaced }) => isPlaced),
    running && ((entry) => entry.isRunning),
    paid && (({ isPaid }) => isPaid),
    fined && (({ isFined }) => isFined),
    about !== undefined && isAbout(about),
    text !== '' && textFits([text]),
  ];
  const asked = checks.filter((check) => check !== false);
  return (entry) => asked.every((check) => check(entry));
}

function isAbout({ siteId, parties }: NonNullable<Question['about']>): (entry: CaseEntry) => boolean {
  const marks = partyMarks(parties).map((mark) => `,${mark},`);
  return (entry) => entry.siteId === siteId || marks.some((mark) => entry.parties.includes(mark));
}

const SOON_DAYS = 7;

/**
 * What stands before the others, which stay as they came, and by which text: returned, overdue, due today, due within a week,
 * each by its date; of re-checks every one by its date.
 */
function keyFor({ recheckDue, sort }: Question, today: string): (entry: CaseEntry) => string | undefined {
  if (recheckDue === true) return ({ dueOn }) => dueOn;
  if (sort !== 'urgent') return () => undefined;
  const soonOn = new Date(Date.parse(today) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  return ({ isOwn, supervision, nextOn }) => {
    if (isOwn && supervision === 'returned') return '';
    return nextOn !== undefined && nextOn <= soonOn ? nextOn : undefined;
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
