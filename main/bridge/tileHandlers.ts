import type { TILE_BRIDGE } from '#shared/bridge/tiles.ts';
import { err, ok } from '#shared/kernel/result.ts';

import type { TileDesk } from '../tiles/tileDesk.ts';

import type { BridgeHandlers } from './dispatch.ts';

/** What a window may ask of the ground map; without one there is nothing to keep. */
export function tileHandlers(desk: TileDesk | undefined): Pick<BridgeHandlers, keyof typeof TILE_BRIDGE> {
  return {
    'tiles.state': async () => ok(desk === undefined ? null : await desk.state()),
    'tiles.keep': async ({ bounds, first, last }) => {
      const kept = await desk?.keep(bounds, first, last);
      if (kept === undefined) return err({ code: 'no_tiles' });
      return kept.ok ? kept : err({ code: kept.error });
    },
    'tiles.stop': () => {
      desk?.stop();
      return Promise.resolve(ok({}));
    },
  };
}
