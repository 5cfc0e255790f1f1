import { daysUntil } from '../acts/clockTone.ts';

/** Parts of the board, the most pressing first. */
export const DUE_GROUPS = ['overdue', 'today', 'week', 'later'] as const;

/** Where a date stands on the board. */
export function groupOf(dueOn: string, today: string): (typeof DUE_GROUPS)[number] {
  const left = daysUntil(dueOn, today);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= 7 ? 'week' : 'later';
}
