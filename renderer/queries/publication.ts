import { deviceCardField, orgCardField } from '#shared/access/directory.ts';
import { publicationOf } from '#shared/documents/publication.ts';
import type { PublishedKeys } from '#shared/documents/publishedKeys.ts';

import { store } from './store.ts';

/** The keys of the bureau's devices as they stand now. */
export async function readPublication(): Promise<PublishedKeys> {
  const devices = await store.directory.where('id').startsWith('device:').toArray();
  const orgs = await store.directory.where('id').startsWith('org:').toArray();
  return publicationOf(
    devices.flatMap(({ doc }) => deviceCardField.safeParse(doc).data ?? []),
    orgs.flatMap(({ doc }) => orgCardField.safeParse(doc).data ?? []),
    new Date().toISOString(),
  );
}
