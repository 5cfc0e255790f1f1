import type { CaseStage } from '#shared/case/state.ts';

/** Where the re-check stands on a day: 待复查 is a served notice whose due date has come. */
export type Recheck =
  | { readonly is: 'none' }
  | { readonly is: 'waiting'; readonly dueOn: string }
  | { readonly is: 'due' }
  | { readonly is: 'overdue'; readonly days: number };

const DAY_MS = 86_400_000;

/** The re-check of a case as of `today` (`YYYY-MM-DD`, Asia/Shanghai). Pure. */
export function recheckOf(
  row: { readonly stage: CaseStage; readonly dueOn?: string | undefined },
  today: string,
): Recheck {
  if (row.stage !== 'notice_served' || row.dueOn === undefined) return { is: 'none' };
  if (row.dueOn > today) return { is: 'waiting', dueOn: row.dueOn };
  if (row.dueOn === today) return { is: 'due' };
  return { is: 'overdue', days: Math.round((Date.parse(today) - Date.parse(row.dueOn)) / DAY_MS) };
}
