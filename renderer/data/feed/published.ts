import { isPublishedId } from '#shared/catalogue/publishedDocument.ts';

import type { DirectoryRow, XunzhiDatabase } from '../tables.ts';

/** What a page brought of published documents. `altered`: ids that say something else than what is here. */
export type Published = { readonly isNew: boolean; readonly altered: readonly string[] };

/** See `Published`. */
export const NOTHING_PUBLISHED: Published = { isNew: false, altered: [] };

/**
 * Part of the transaction that writes a page: a published document never changes, so what came first stays, and a leaf with
 * another hash that somebody put beside it is told.
 */
export async function addPublished({ directory }: XunzhiDatabase, cards: readonly DirectoryRow[]): Promise<Published> {
  const published = cards.filter(({ id }) => isPublishedId(id));
  if (published.length === 0) return NOTHING_PUBLISHED;
  const known = await directory.bulkGet(published.map(({ id }) => id));
  const fresh = published.filter((_, index) => known[index] === undefined);
  const altered = published.filter(({ doc }, index) => {
    const row = known[index];
    return row !== undefined && row.doc['hash'] !== doc['hash'];
  });
  await directory.bulkPut(fresh);
  return { isNew: fresh.length > 0, altered: altered.map(({ id }) => id) };
}
