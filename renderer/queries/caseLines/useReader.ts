import { useMemo } from 'react';

import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import { useCatalogue } from '../catalogue.ts';
import { useSession } from '../meta.ts';
import { useRole } from '../role.ts';
import { useNow } from '../useNow.ts';

import type { Reader } from './waits.ts';

const HOUR_MS = 3_600_000;

/**
 * Who looks at lists of cases; `undefined` while nobody is known. The same object for an hour, so that what depends on it is
 * not found out anew each minute.
 */
export function useReader(): Reader | undefined {
  const { user = '', org, certificateExpiresOn } = useSession() ?? {};
  const role = useRole();
  const catalogue = useCatalogue();
  const hourMs = Math.floor(useNow() / HOUR_MS) * HOUR_MS;
  return useMemo(() => {
    if (user === '' || catalogue === undefined) return undefined;
    const today = chinaDateOf(hourMs);
    return { user, role, org, certificateExpiresOn, nowMs: hourMs, today, calendar: catalogue?.calendar };
  }, [user, role, org, certificateExpiresOn, hourMs, catalogue]);
}
