import type { SiteRow } from '#renderer/data/tables.ts';
import { PERMIT_REGISTER, permitsOf, type PermitMatch } from '#shared/site/permits.ts';

import { inRegister } from './inRegister.ts';
import { store, useLive } from './store.ts';

/** A permit of a thing, and by what it was found. */
export type FoundPermit = { readonly permit: SiteRow; readonly by: PermitMatch };

/** The permits of a thing among those that this device knows; `undefined` while loading. */
export function usePermits(site: SiteRow): readonly FoundPermit[] | undefined {
  return useLive(async () => {
    const permits = await inRegister(store, PERMIT_REGISTER).toArray();
    return permitsOf(site, permits).filter(({ permit }) => permit.id !== site.id);
  }, [site]);
}
