import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';

import type { GiveWay } from './giveWay.ts';
import type { LaneProgress } from './laneProgress.ts';
import type { Setbacks } from './patience.ts';
import type { BlobTarget } from './serverLeaves.ts';

/** What the lane remembers of files from one pass to the next; what must outlive a restart stands in their rows. */
export type LaneMemory = {
  readonly setbacks: Setbacks;
  /** Files that the server was asked about since they last ended unclearly: only those are sent. */
  readonly asked: Set<string>;
  /** How often a file was cut for a record. */
  readonly cuts: Map<string, number>;
  /** The file that the line failed under last. */
  lastCut?: string | undefined;
};

/** What a pass along the lane works with, as one person. */
export type PassParts = {
  readonly ctx: Context;
  readonly remote: Remote;
  readonly authorization: string;
  readonly user: string;
  readonly memory: LaneMemory;
  readonly giveWay: GiveWay;
  readonly progress: LaneProgress;
};

/** A database of the server as this person asks for it. */
export function targetOf({ remote, authorization }: PassParts, db: string): BlobTarget {
  return { databaseUrl: `${remote.url}/${db}`, authorization };
}
