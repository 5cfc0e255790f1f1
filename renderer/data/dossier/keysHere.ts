import type { PublishedKeys } from '#shared/documents/publishedKeys.ts';

import type { Context } from '../context.ts';
import { readPublication } from '../devices/publication.ts';

/** The devices' keys as this device knows them, and its own, which its bureau may not have approved yet. */
export async function keysHere({ db, runtime }: Context, madeAt: string): Promise<PublishedKeys> {
  const published = await readPublication(db, madeAt);
  const { device, publicKey } = runtime;
  if (published.keys.some((key) => key.device === device)) return published;
  return { ...published, keys: [...published.keys, { device, x: publicKey.x, y: publicKey.y }] };
}
