import type { SeededRandom } from '../../fixtures/random.ts';
import { DEEDS, type DeedName } from '../office/deeds.ts';

const DAY_MS = 86_400_000;

/** One thing that happens in a run; `desk` 0 and 1 are two devices of one organisation. */
export type NetworkStep =
  | { readonly is: 'deed'; readonly desk: 0 | 1; readonly deed: DeedName; readonly pick: number }
  | { readonly is: 'sync'; readonly desk: 0 | 1 }
  | { readonly is: 'wait'; readonly ms: number }
  /** The device's clock jumps. */
  | { readonly is: 'clock'; readonly desk: 0 | 1; readonly aheadMs: number }
  /** The server's clock jumps, as this device sees it. */
  | { readonly is: 'serverClock'; readonly desk: 0 | 1; readonly aheadMs: number };

const WORK: readonly DeedName[] = DEEDS.filter((deed) => deed !== 'return' && deed !== 'accept');

/** Draws what happens in a run: work, syncs in between, and now and then a clock that jumps by a day. */
export function drawSteps(random: SeededRandom): readonly NetworkStep[] {
  return Array.from({ length: 16 + random.below(16) }, (): NetworkStep => {
    const desk = random.pick([0, 0, 1] as const);
    const dice = random.below(100);
    if (dice < 45) return { is: 'deed', desk, deed: random.pick(WORK), pick: random.below(1000) };
    if (dice < 85) return { is: 'sync', desk };
    if (dice < 90) return { is: 'wait', ms: 50 + random.below(300) };
    return { is: random.pick(['clock', 'serverClock']), desk, aheadMs: random.pick([-DAY_MS, DAY_MS, 0]) };
  });
}
