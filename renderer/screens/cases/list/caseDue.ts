import type { CaseRow } from '#renderer/queries/cases.ts';
import type { DeadlineId } from '#shared/deadlines/deadlines.ts';
import type { ChinaDate } from '#shared/kernel/chinaTime.ts';
import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { linesOf } from '../due/dueLines.ts';

/** What has to be done next in a case and until when; `recheck`: the correction flow's due date. */
export type NextDue = { readonly id: DeadlineId | 'recheck'; readonly dueOn: string };

type Kept = {
  readonly today: ChinaDate;
  readonly calendar: WorkCalendar | undefined;
  readonly due: NextDue | undefined;
};

/** Counting days of a file takes most of a millisecond: kept until the day or the row is another. */
const known = new WeakMap<CaseRow, Kept>();

/** The period that ends first among those the agency has to keep; undefined when none runs. */
export function dueOf(row: CaseRow, today: ChinaDate, calendar?: WorkCalendar): NextDue | undefined {
  const kept = known.get(row);
  if (kept?.today === today && kept.calendar === calendar) return kept.due;
  const due = counted(row, today, calendar);
  known.set(row, { today, calendar, due });
  return due;
}

function counted(row: CaseRow, today: ChinaDate, calendar: WorkCalendar | undefined): NextDue | undefined {
  if (row.file === undefined)
    return row.stage === 'notice_served' && row.dueOn !== undefined ? { id: 'recheck', dueOn: row.dueOn } : undefined;
  const [line] = linesOf([row], today, calendar);
  return line === undefined ? undefined : { id: line.id, dueOn: line.dueOn };
}

/** True when its day is past. */
export function isOverdue(due: NextDue | undefined, today: string): boolean {
  return due !== undefined && due.dueOn < today;
}
