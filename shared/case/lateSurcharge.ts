import { assert } from '../kernel/assert.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { addCalendarDays } from '../kernel/days.ts';

import type { Remedy } from './file.ts';

/** A fine, or what is left of it, that was due on one day and is paid, or asked about, on another. */
export type LateFine = {
  readonly fineFen: number;
  /** Last day to pay, as it counts: rolled to a working day, deferral included. */
  readonly dueOn: ChinaDate;
  readonly untilOn: ChinaDate;
  readonly remedies: readonly Pick<Remedy, 'filedOn' | 'endedOn'>[];
};

/** 加处罚款 in fen for a fine that many counted days late: 3 % a day, never more than the fine (行政处罚法 §72). */
export function lateSurchargeFen(fineFen: number, daysLate: number): number {
  assert(
    Number.isSafeInteger(fineFen) && fineFen >= 0 && Number.isSafeInteger(daysLate) && daysLate >= 0,
    'fen and days are counts',
  );
  return Math.min(fineFen, Math.floor((fineFen * 3 * daysLate) / 100));
}

/**
 * Days that count for 加处罚款: each one after the day it was due until the day asked about, weekends and holidays
 * included. Days of 复议 or 诉讼 do not count, from the day it was filed to the day it ended, both left out
 * (行政处罚法 §73); one that has not ended stops the rest.
 */
export function lateDays({ dueOn, untilOn, remedies }: LateFine): number {
  let counted = 0;
  for (let day = addCalendarDays(dueOn, 1); day <= untilOn; day = addCalendarDays(day, 1)) {
    const isPending = remedies.some(({ filedOn, endedOn }) => filedOn <= day && (endedOn ?? day) >= day);
    if (!isPending) counted += 1;
  }
  return counted;
}

/** 加处罚款 in fen on that day: `lateDays` at 3 %, at most the fine (行政处罚法 §72, §73; 行政强制法 §45). */
export function lateSurchargeOf(fine: LateFine): number {
  return lateSurchargeFen(fine.fineFen, lateDays(fine));
}
