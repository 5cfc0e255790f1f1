import type { DiskLevel } from '#shared/bridge/disk.ts';

/** The journal's note of the store. */
export const MARKER_NOTE = 'store';
/** The row of `meta` by which a store is known again. */
export const STORE_ROW = 'store';

/**
 * What the journal remembers of the store beside it: that there was one, by which id, and how many events it held. An
 * empty IndexedDB on a profile with such a note is a loss, not a first start.
 */
export type StoreMarker = { readonly id: string; readonly events: number; readonly at: string };

/** How opening the store ended. `events`: how many it holds. `id`: absent in a fresh store and in one that lost its row. */
export type Opening =
  | { readonly is: 'open'; readonly id: string | undefined; readonly events: number; readonly isEmpty: boolean }
  | { readonly is: 'failed'; readonly tries: number };

/** What is known when the store has been tried. `ownWork`: the journal holds work or counters of this device. */
export type Situation = {
  readonly disk: DiskLevel;
  readonly opening: Opening;
  readonly marker: StoreMarker | undefined;
  readonly ownWork: boolean;
};

/**
 * What to do. `wait`: for room on the disk; a database that is opened on a full disk may be thrown away by the engine.
 * `retry`: a failure to open is often over in a moment. `set_aside`: the engine's folder is moved away and nothing of it
 * deleted. `first_start`, `adopt` (a store of before this note existed), `go_on`: nothing was lost. `rebuild`: the
 * store was lost, wholly or in part; journal and server bring it back.
 */
export type RescueDecision = 'wait' | 'retry' | 'set_aside' | 'first_start' | 'adopt' | 'go_on' | 'rebuild';

/** How often opening is tried before the store counts as unreadable. */
export const MOST_TRIES = 4;

/** Decides what a start does with the store it found. */
export function decideRescue({ disk, opening, marker, ownWork }: Situation): RescueDecision {
  if (disk === 'full') return 'wait';
  if (opening.is === 'failed') return opening.tries < MOST_TRIES ? 'retry' : 'set_aside';
  if (marker === undefined) {
    if (!opening.isEmpty) return 'adopt';
    return ownWork ? 'rebuild' : 'first_start';
  }
  // Events are never deleted: fewer than before means that some were lost, whatever else is there.
  return opening.id === marker.id && opening.events >= marker.events ? 'go_on' : 'rebuild';
}
