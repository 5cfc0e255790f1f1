import { deviceCardField, orgCardField } from '#shared/access/directory.ts';
import { publicationOf } from '#shared/documents/publication.ts';
import type { PublishedKeys } from '#shared/documents/publishedKeys.ts';

import type { Context } from '../context.ts';

/** The devices' keys as this device knows them, and its own, which its bureau may not have approved yet. */
export async function keysHere({ db, runtime }: Context, madeAt: string): Promise<PublishedKeys> {
  const devices = await db.directory.where('id').startsWith('device:').toArray();
  const orgs = await db.directory.where('id').startsWith('org:').toArray();
  const published = publicationOf(
    devices.flatMap(({ doc }) => deviceCardField.safeParse(doc).data ?? []),
    orgs.flatMap(({ doc }) => orgCardField.safeParse(doc).data ?? []),
    madeAt,
  );
  const { device, publicKey } = runtime;
  if (published.keys.some((key) => key.device === device)) return published;
  return { ...published, keys: [...published.keys, { device, x: publicKey.x, y: publicKey.y }] };
}
