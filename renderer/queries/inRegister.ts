import { Dexie, type Collection } from 'dexie';

import type { SiteRow, XunzhiDatabase } from '#renderer/data/tables.ts';

/** The things of a register, by name. */
export function inRegister(db: XunzhiDatabase, register: string): Collection<SiteRow, string> {
  return db.sites.where('[register+name]').between([register, Dexie.minKey], [register, Dexie.maxKey]);
}
