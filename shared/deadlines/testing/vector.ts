import type { ChinaDate } from '../../kernel/chinaTime.ts';
import type { Pause } from '../count.ts';
import type { DeadlineId } from '../deadlines.ts';

/**
 * A period counted by hand from the State Council's notices, never by the code. `on` is its last day as it counts, `raw`
 * the one before rolling where they differ, both `none` while it rests; `why` is the reasoning and becomes the test's name.
 */
export type Vector = {
  readonly id: DeadlineId;
  readonly from: ChinaDate;
  readonly why: string;
  readonly on: string;
  readonly raw?: string;
  readonly extensions?: number;
  readonly pauses?: readonly Pause[];
  readonly count?: number;
  readonly provisional?: true;
};
