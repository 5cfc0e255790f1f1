import type { CaseRow } from '#renderer/queries/cases.ts';
import type { ProcedureName } from '#shared/case/procedures/names.ts';
import type { CaseStage } from '#shared/case/stages.ts';

import { dueOf, isOverdue, type NextDue } from './caseDue.ts';
import { handlersOf, textOf } from './rowFacts.ts';
import { waitsFor, type Reader } from './waits.ts';

/** Where a case is on its way, as the list groups its stages; every stage stands in one group. */
export const STAGE_GROUPS = {
  intake: ['clue', 'verifying'],
  correction: ['notice_served', 'not_fixed'],
  investigation: ['found', 'stop_ordered', 'filed', 'investigating', 'identified', 'spot_draft'],
  review: ['investigated', 'legal_review', 'passed', 'hearing_review'],
  notice: ['notice_approved', 'notice_issued', 'hearing'],
  decision: ['deliberation', 'decided', 'no_penalty', 'spot_issued'],
  execution: [
    ...(['served', 'spot_delivered', 'reported', 'urged', 'enforcement_decided', 'court_applied'] as const),
    ...(['gov_ordered', 'demolished', 'accepted', 'enforced'] as const),
  ],
  ended: [
    ...(['fixed', 'fixed_on_site', 'not_filed', 'closed', 'archived'] as const),
    ...(['transferred', 'terminated', 'revoked', 'converted'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly CaseStage[]>>;
/** See `STAGE_GROUPS`. */
export type StageGroup = keyof typeof STAGE_GROUPS;

/** The groups in the order of a case. */
export const GROUPS = Object.keys(STAGE_GROUPS) as readonly StageGroup[];

const GROUP_OF = new Map<CaseStage, StageGroup>(
  GROUPS.flatMap((group) => STAGE_GROUPS[group].map((stage): [CaseStage, StageGroup] => [stage, group])),
);

/** The group of a case. A correction notice that waits for its service is still 责令改正, not 告知. */
export function groupOf({ stage, procedure }: Pick<CaseRow, 'stage' | 'procedure'>): StageGroup {
  if (procedure === 'correction' && stage === 'notice_issued') return 'correction';
  return GROUP_OF.get(stage) ?? 'ended';
}

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

/** How many parts of the filter narrow the list, beside text, stage and order. */
export function narrowedBy({ procedure, family, officer, from, to, overdue }: ListFilter): number {
  return [procedure, family, officer, from, to].filter((part) => part !== '').length + Number(overdue);
}

/**
 * The cases that the filter lets through, in its order; `rows` come newest first. What is dear to find out is asked last, and
 * of few.
 */
export function selectCases(rows: readonly CaseRow[], filter: ListFilter, reader: Reader): readonly CaseRow[] {
  const fits = rows.filter(cheaply(filter));
  const late = filter.overdue ? fits.filter((row) => isOverdue(dueFor(row, reader), reader.today)) : fits;
  const shown = filter.show === 'todo' ? late.filter((row) => waitsFor(row, reader)) : late;
  return filter.sort === 'newest' ? shown : byUrgency(shown, reader);
}

function cheaply(filter: ListFilter): (row: CaseRow) => boolean {
  const text = filter.text.trim().toLowerCase();
  const { show, procedure, family, officer } = filter;
  const since = filter.from === '' ? '' : new Date(`${filter.from}T00:00:00+08:00`).toISOString();
  const until = filter.to === '' ? '~' : new Date(`${filter.to}T23:59:59.999+08:00`).toISOString();
  return (row) => {
    if (show !== 'all' && show !== 'todo' && groupOf(row) !== show) return false;
    if (procedure !== '' && row.procedure !== procedure) return false;
    if (family !== '' && !mattersOf(row).some((code) => code.startsWith(family))) return false;
    if (officer !== '' && !handlersOf(row).includes(officer)) return false;
    if (row.foundAt < since || row.foundAt > until) return false;
    return text === '' || textOf(row).includes(text);
  };
}

/** Codes of the matters of a case: the one it was filed for, before that those of its findings. */
export function mattersOf({ file, findings }: CaseRow): readonly string[] {
  return file?.matter === undefined ? findings.map(({ matter }) => matter) : [file.matter.code];
}

/** What is due next in a case that this person's organisation has to see to. */
export function dueFor(
  row: CaseRow,
  { org, today, calendar }: Pick<Reader, 'org' | 'today' | 'calendar'>,
): NextDue | undefined {
  return row.org !== org || groupOf(row) === 'ended' ? undefined : dueOf(row, today, calendar);
}

const SOON_DAYS = 7;

/** Returned, overdue, due today, due within a week, each by its date; then the others as they came. */
function byUrgency(rows: readonly CaseRow[], reader: Reader): readonly CaseRow[] {
  const soonOn = new Date(Date.parse(reader.today) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  const pressing: { readonly row: CaseRow; readonly key: string }[] = [];
  const rest: CaseRow[] = [];
  for (const row of rows) {
    const isReturned = row.org === reader.org && row.supervision.is === 'returned';
    const key = isReturned ? '' : (dueFor(row, reader)?.dueOn ?? '~');
    if (key <= soonOn) pressing.push({ row, key });
    else rest.push(row);
  }
  const sorted = pressing.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  return [...sorted.map(({ row }) => row), ...rest];
}
