import type { StoreRescue } from '../bridge/portHandlers.ts';

import { lastSetAside, orderSetAside } from './setAside.ts';

/** Long enough to read on the screen that the app is about to close and come back. */
const READ_MS = 2_500;

/** Wires setting aside to the app: `startAgain` ends it and brings it back. */
export function storeRescue(profile: string, startAgain: () => void): StoreRescue {
  let isLeaving = false;
  return {
    setAside: async (reason) => {
      const ordered = await orderSetAside(profile, reason, Date.now());
      if (ordered.ok && !isLeaving) {
        isLeaving = true;
        setTimeout(startAgain, READ_MS);
      }
      return ordered;
    },
    last: () => lastSetAside(profile),
  };
}
