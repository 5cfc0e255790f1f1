import type { JudgedBy } from './judgedBy.ts';
import type { Folded } from './project.ts';

/** Which streams are to be folded: these, or so many of those that have rested longest. */
export type Wanted = readonly string[] | { readonly oldest: number };

/** Folds streams from events that it still holds in memory, wherever that runs; what it does not hold it leaves out. */
export type Folder = {
  readonly fold: (wanted: Wanted, by: JudgedBy) => Promise<readonly Folded[]>;
};
