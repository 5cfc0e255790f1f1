import { useEffect, useState } from 'react';

import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import { useFixedClock } from './meta.ts';

const MINUTE_MS = 60_000;

/** Now in Unix milliseconds, moving once a minute: for "today" and "overdue", never for what is recorded. */
export function useNow(): number {
  const fixed = useFixedClock();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, MINUTE_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return fixed === undefined || fixed === null ? now : Date.parse(fixed);
}

/** Today's date in Asia/Shanghai, `YYYY-MM-DD`. */
export function useToday(): string {
  return chinaDateOf(useNow());
}
