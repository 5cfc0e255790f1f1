import { z } from 'zod';

const count = z.int().min(0);
const degrees = z.number().min(-180).max(180);

/** How many tiles may be kept at once. */
export const MOST_TILES = 20_000;

/** What is on the disk, and how far a keeping is that runs. */
export const tileState = z.strictObject({
  bytes: count,
  tiles: count,
  limitBytes: count,
  keeping: z.strictObject({ done: count, failed: count, total: count }).nullable(),
});
/** See `tileState`. */
export type TileState = z.infer<typeof tileState>;

/** Why tiles are not kept. */
export type TileRefusal = 'no_tiles' | 'too_many_tiles' | 'already_keeping' | 'no_room_for_tiles';

/** Channels between a window and the main process about the ground map, which only main fetches. */
export const TILE_BRIDGE = {
  'tiles.state': { input: z.strictObject({}), output: tileState.nullable() },
  /**
   * Fetches what the disk lacks of the bounds (degrees of the tiles' own system) at these zooms; answered at its end. What could not
   * be fetched is counted, and tried again with the next keeping.
   */
  'tiles.keep': {
    input: z.strictObject({
      bounds: z.tuple([degrees, degrees, degrees, degrees]),
      first: z.int().min(0).max(20),
      last: z.int().min(0).max(20),
    }),
    output: z.strictObject({ fetched: count, had: count, failed: count, stopped: z.boolean() }),
  },
  /** Ends a keeping; what was fetched stays. */
  'tiles.stop': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;
