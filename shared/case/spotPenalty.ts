import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { Refusal } from './judge.ts';
import { SPOT } from './procedures/spot.ts';
import type { ActData, Attempt } from './requirements/attempt.ts';
import { requirementOf } from './requirements/index.ts';

const EARLY: ReadonlySet<unknown> = new Set(['matter_simple', 'amount_verified', 'fine_within_spot_limit', 'of_age']);

/** What of a penalty on the spot can be judged before the file is opened: matter, amount, limit, age (行政处罚法 §38, §51, §30). */
export function judgeSpotPenalty(
  data: Pick<ActData, 'matter' | 'party' | 'penalty'>,
  on: ChinaDate,
): readonly Refusal[] {
  const line = SPOT.transitions.find(({ event, tag }) => event === 'document.issued' && tag === 'D21');
  const attempt: Attempt = { data, on, act: 'document.issued:D21' };
  return (line?.requires ?? [])
    .filter((need) => EARLY.has(need))
    .map(requirementOf)
    .filter((one) => !one.holds(attempt))
    .map(({ code, article, subject }) => ({ code, article, subject: subject?.(attempt) }));
}
