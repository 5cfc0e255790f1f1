import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import type { Folded } from './project.ts';

/** Which streams are to be folded: these, or so many of those that have rested longest. */
export type Wanted = readonly string[] | { readonly oldest: number };

/** Folds streams beside the worker that writes, wherever that runs. */
export type Folder = {
  /** Folds from events that it still holds in memory; what it does not hold it leaves out. */
  readonly fold: (wanted: Wanted, calendar: WorkCalendar) => Promise<readonly Folded[]>;
  /**
   * Folds from the store of this name, which it reads by a handle of its own. May leave out everything; rejects when it
   * cannot read.
   */
  readonly foldStored: (
    store: string,
    streams: readonly string[],
    calendar: WorkCalendar,
  ) => Promise<readonly Folded[]>;
};
