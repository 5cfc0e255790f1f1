import { readPublication as readFrom } from '#renderer/data/devices/publication.ts';
import type { PublishedKeys } from '#shared/documents/publishedKeys.ts';

import { store } from './store.ts';

/** The keys of the bureau's devices as they stand now. */
export function readPublication(): Promise<PublishedKeys> {
  return readFrom(store, new Date().toISOString());
}
