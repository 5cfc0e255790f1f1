import type { CaseRow } from '#renderer/queries/cases.ts';
import type { DeadlineId } from '#shared/deadlines/deadlines.ts';
import type { ChinaDate } from '#shared/kernel/chinaTime.ts';
import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { linesOf } from '../due/dueLines.ts';

/** What has to be done next in a case and until when; `recheck`: the correction flow's due date. */
export type NextDue = { readonly id: DeadlineId | 'recheck'; readonly dueOn: string };

type Kept = { readonly mark: string; readonly due: NextDue | undefined };

/** Counting days of a file takes most of a millisecond: kept for a day until something is written into it. */
const known = new Map<string, Kept>();

/** The period that ends first among those the agency has to keep; undefined when none runs. */
export function dueOf(row: CaseRow, today: ChinaDate, calendar?: WorkCalendar): NextDue | undefined {
  if (row.file === undefined)
    return row.stage === 'notice_served' && row.dueOn !== undefined ? { id: 'recheck', dueOn: row.dueOn } : undefined;
  const mark = `${today}|${markOf(row)}`;
  const kept = known.get(row.id);
  if (kept?.mark === mark) return kept.due;
  const [line] = linesOf([row], today, calendar);
  const due = line === undefined ? undefined : { id: line.id, dueOn: line.dueOn };
  known.set(row.id, { mark, due });
  return due;
}

/** True when its day is past. */
export function isOverdue(due: NextDue | undefined, today: string): boolean {
  return due !== undefined && due.dueOn < today;
}

/** Two rows of a case with the same mark were folded from the same events. */
function markOf({ head, stage, timeline }: CaseRow): string {
  return [head, stage, String(timeline.length), timeline.at(-1)?.event ?? ''].join('|');
}
