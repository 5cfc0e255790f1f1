import { useEffect, useState } from 'react';

import { store, useLive } from './store.ts';

const SECOND_MS = 1_000;
/** The server closes an account for five minutes; a clock that was set back must not make it look longer. */
const LONGEST = 300;

/** Seconds until the server lets an account try again, counting down; 0 when it is open. */
export function useLockedSeconds(user: string | undefined): number {
  const until = useLive(async () => {
    const gate = (await store.meta.get('gate'))?.value as { readonly locked?: Record<string, string> } | undefined;
    return Date.parse(gate?.locked?.[user ?? ''] ?? '') || 0;
  }, [user]);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const untilMs = until ?? 0;
  useEffect(() => {
    if (untilMs === 0) return;
    const timer = setInterval(() => {
      const now = Date.now();
      setNowMs(now);
      if (now > untilMs) clearInterval(timer);
    }, SECOND_MS);
    return () => {
      clearInterval(timer);
    };
  }, [untilMs]);
  return Math.max(0, Math.min(LONGEST, Math.ceil((untilMs - nowMs) / SECOND_MS)));
}
