import type { Projection } from './project.ts';

/** What a stream comes to by exactly these events. */
export type Folded = {
  readonly stream: string;
  /** Sorted. The projection counts only while the store holds these events of the stream and no other. */
  readonly ids: readonly string[];
  readonly made: Projection;
};

/** Which streams are to be folded: these, or so many of those that have rested longest. */
export type Wanted = readonly string[] | { readonly oldest: number };

/** Folds streams from events that it still holds in memory, wherever that runs; what it does not hold it leaves out. */
export type Folder = {
  readonly fold: (wanted: Wanted) => Promise<readonly Folded[]>;
};
