import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { Clock } from './clocks.ts';
import { lateDays, lateSurchargeOf } from './lateSurcharge.ts';
import { unpaidFen } from './payment.ts';
import type { CaseState } from './state.ts';

/** How late a fine is: days after it was due, those of them that a remedy stopped, and the 加处罚款 so far in fen. */
export type Lateness = { readonly days: number; readonly stoppedDays: number; readonly surchargeFen: number };

/**
 * What a fine that is not paid costs more on a day, by its running clock `pay`; undefined for other clocks and until the day
 * after the last one to pay. Reckoned on what is left of the fine, or of the instalment that the clock is about and never
 * more than that: together they stay below the fine (行政处罚法 §66, §72, §73).
 */
export function lateFineOf(
  state: CaseState,
  { id, dueOn, instalment }: Pick<Clock, 'id' | 'dueOn' | 'instalment'>,
  todayOn: ChinaDate,
): Lateness | undefined {
  if (id !== 'pay' || dueOn === undefined || todayOn <= dueOn) return undefined;
  const fineFen = instalment?.owedFen ?? unpaidFen(state);
  const fine = { fineFen, dueOn, untilOn: todayOn, remedies: state.file?.remedies ?? [] };
  const days = lateDays({ ...fine, remedies: [] });
  return { days, stoppedDays: days - lateDays(fine), surchargeFen: lateSurchargeOf(fine) };
}
