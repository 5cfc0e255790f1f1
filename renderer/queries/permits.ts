import { Dexie } from 'dexie';

import type { SiteRow } from '#renderer/data/tables.ts';
import { PERMIT_REGISTER, permitsOf, type PermitMatch } from '#shared/site/permits.ts';

import { store, useLive } from './store.ts';

/** A permit of a thing, and by what it was found. */
export type FoundPermit = { readonly permit: SiteRow; readonly by: PermitMatch };

/** The permits of a thing among those that this device knows; `undefined` while loading. */
export function usePermits(site: SiteRow): readonly FoundPermit[] | undefined {
  return useLive(async () => {
    const inPermits = store.sites
      .where('[register+name]')
      .between([PERMIT_REGISTER, Dexie.minKey], [PERMIT_REGISTER, Dexie.maxKey]);
    return permitsOf(site, await inPermits.toArray()).filter(({ permit }) => permit.id !== site.id);
  }, [site]);
}
