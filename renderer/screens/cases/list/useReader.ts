import { useMemo } from 'react';

import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useRole } from '#renderer/queries/role.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import type { Reader } from './waits.ts';

const HOUR_MS = 3_600_000;

/** Who looks at the list; the same object for an hour, so that the list is not made anew each minute. */
export function useReader(): Reader {
  const { user = '', org, certificateExpiresOn } = useSession() ?? {};
  const role = useRole();
  const calendar = useCatalogue()?.calendar;
  const hourMs = Math.floor(useNow() / HOUR_MS) * HOUR_MS;
  return useMemo(
    () => ({ user, role, org, certificateExpiresOn, nowMs: hourMs, today: chinaDateOf(hourMs), calendar }),
    [user, role, org, certificateExpiresOn, hourMs, calendar],
  );
}
