import type { CaseRow } from '#renderer/queries/cases.ts';
import { runningClocks, type Clock } from '#shared/case/clocks.ts';
import { lateFineOf, type Lateness } from '#shared/case/lateFine.ts';
import type { DeadlineId } from '#shared/deadlines/deadlines.ts';
import type { ChinaDate } from '#shared/kernel/chinaTime.ts';
import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { daysUntil } from '../acts/clockTone.ts';

/** A period of a case on the board. */
export type DueLine = {
  readonly row: CaseRow;
  readonly id: DeadlineId;
  readonly dueOn: string;
  readonly instalment?: Clock['instalment'];
  /** Of a fine that is not paid in time. */
  readonly late?: Lateness | undefined;
};

/** Parts of the board, the most pressing first. */
export const DUE_GROUPS = ['overdue', 'today', 'week', 'later'] as const;

/** The party's own time: nothing is late for the agency when it is over. */
const PARTYS: ReadonlySet<DeadlineId> = new Set(['reconsider', 'sue', 'sueAfterReview', 'stmt', 'hearingRequest']);

/** What the agency has to do until when, over all cases, by date. Periods at rest are left out. */
export function linesOf(rows: readonly CaseRow[], today: ChinaDate, calendar?: WorkCalendar): readonly DueLine[] {
  return rows
    .flatMap((row) =>
      row.file === undefined
        ? []
        : runningClocks(row, today, calendar).flatMap(({ id, dueOn, instalment }) =>
            dueOn === undefined || PARTYS.has(id)
              ? []
              : [{ row, id, dueOn, instalment, late: lateFineOf(row, { id, dueOn, instalment }, today) }],
          ),
    )
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
}

/** Where a date stands on the board. */
export function groupOf(dueOn: string, today: string): (typeof DUE_GROUPS)[number] {
  const left = daysUntil(dueOn, today);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= 7 ? 'week' : 'later';
}
