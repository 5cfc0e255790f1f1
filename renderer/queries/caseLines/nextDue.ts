import type { CaseRow } from '#renderer/data/tables.ts';
import { runningClocks, type Clock } from '#shared/case/clocks.ts';
import { lateFineOf, type Lateness } from '#shared/case/lateFine.ts';
import type { DeadlineId } from '#shared/deadlines/deadlines.ts';
import type { ChinaDate } from '#shared/kernel/chinaTime.ts';
import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

/** A period of a case on the board. */
export type DueLine = {
  readonly row: CaseRow;
  readonly id: DeadlineId;
  readonly dueOn: string;
  readonly instalment?: Clock['instalment'];
  /** Of a fine that is not paid in time. */
  readonly late?: Lateness | undefined;
};

/** The party's own time: nothing is late for the agency when it is over. */
const PARTYS: ReadonlySet<DeadlineId> = new Set(['reconsider', 'sue', 'sueAfterReview', 'stmt', 'hearingRequest']);

/** What the agency has to do until when, over all cases, by date. Periods at rest are left out. */
export function linesOf(rows: readonly CaseRow[], today: ChinaDate, calendar?: WorkCalendar): readonly DueLine[] {
  return rows
    .flatMap((row) =>
      ownClocks(row, today, calendar).map(({ id, dueOn, instalment }) => {
        return { row, id, dueOn, instalment, late: lateFineOf(row, { id, dueOn, instalment }, today) };
      }),
    )
    .sort(byDate);
}

/** A period that runs. */
export type Running = Pick<Clock, 'id' | 'instalment'> & { readonly dueOn: string };

/** The periods of a file that the agency has to keep and that run, with their ends. */
export function ownClocks(row: CaseRow, today: ChinaDate, calendar?: WorkCalendar): readonly Running[] {
  if (row.file === undefined) return [];
  return runningClocks(row, today, calendar).flatMap(({ id, dueOn, instalment }) =>
    dueOn === undefined || PARTYS.has(id) ? [] : [{ id, dueOn, instalment }],
  );
}

function byDate(a: { readonly dueOn: string }, b: { readonly dueOn: string }): number {
  return a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1;
}

/** What has to be done next in a case and until when; `recheck`: the correction flow's due date. */
export type NextDue = { readonly id: DeadlineId | 'recheck'; readonly dueOn: string };

/** The period that ends first among those the agency has to keep; undefined when none runs. */
export function dueOf(row: CaseRow, today: ChinaDate, calendar?: WorkCalendar): NextDue | undefined {
  if (row.file === undefined)
    return row.stage === 'notice_served' && row.dueOn !== undefined ? { id: 'recheck', dueOn: row.dueOn } : undefined;
  // Not `linesOf`: how late a fine is costs more than everything else here.
  const [first] = [...ownClocks(row, today, calendar)].sort(byDate);
  return first === undefined ? undefined : { id: first.id, dueOn: first.dueOn };
}
