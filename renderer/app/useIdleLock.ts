import { useEffect } from 'react';

import { send } from '#renderer/data/client.ts';

/** A device left lying asks for the PIN after this time. */
export const IDLE_LOCK_MS = 15 * 60 * 1000;

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_MS = 20_000;

/** Locks the session when nobody touched the device for a quarter of an hour. */
export function useIdleLock(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let last = performance.now();
    const alive = (): void => {
      last = performance.now();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true });
    const timer = setInterval(() => {
      if (performance.now() - last >= IDLE_LOCK_MS) void send('session.lock', {});
    }, CHECK_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive);
    };
  }, [active]);
}
