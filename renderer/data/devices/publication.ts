import { deviceCardField, orgCardField } from '#shared/access/directory.ts';
import { publicationOf } from '#shared/documents/publication.ts';
import type { PublishedKeys } from '#shared/documents/publishedKeys.ts';

import type { XunzhiDatabase } from '../tables.ts';

/** The keys of the bureau's devices as a store knows them. */
export async function readPublication({ directory }: XunzhiDatabase, publishedAt: string): Promise<PublishedKeys> {
  const devices = await directory.where('id').startsWith('device:').toArray();
  const orgs = await directory.where('id').startsWith('org:').toArray();
  return publicationOf(
    devices.flatMap(({ doc }) => deviceCardField.safeParse(doc).data ?? []),
    orgs.flatMap(({ doc }) => orgCardField.safeParse(doc).data ?? []),
    publishedAt,
  );
}
