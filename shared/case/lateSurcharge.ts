import { assert } from '../kernel/assert.ts';

/**
 * 加处罚款 in fen for a fine paid that many days after it was due: 3 % a day, never more than the fine (行政处罚法 §72).
 * Days during 复议 or 诉讼 do not count (§73): the caller leaves them out.
 */
export function lateSurchargeFen(fineFen: number, daysLate: number): number {
  assert(
    Number.isSafeInteger(fineFen) && fineFen >= 0 && Number.isSafeInteger(daysLate) && daysLate >= 0,
    'fen and days are counts',
  );
  return Math.min(fineFen, Math.floor((fineFen * 3 * daysLate) / 100));
}
