import type { Outcome } from './deeds.ts';
import type { Stage } from './stage.ts';

/** What came of it, and what is left to do when there is room again: what was refused is done, once. */
export type After = { readonly end: Outcome; readonly again: () => Promise<void> };

/** One point of the work at which the disk fills up. */
export type Moment = {
  readonly name: string;
  /** Only in runs of all points, or when it is asked for: it takes minutes, or shows nothing alone. */
  readonly onlyWhole?: true;
  readonly do: (stage: Stage) => Promise<After>;
};

/** The app had work of its own; nobody waits for an answer. */
export const CALM: After = { end: 'done', again: () => Promise.resolve() };
