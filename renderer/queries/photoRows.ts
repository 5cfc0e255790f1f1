import { blobState, worstState, type ItemState } from '#shared/sync/itemState.ts';

import type { PhotoRow } from '../data/tables.ts';

import { readUnderWay } from './itemStates.ts';
import { store, useLive } from './store.ts';

/** What is known here of a photo: its metadata, and where its bytes stand (absent: not on this device). */
export type PhotoInfo = {
  readonly sha256: string;
  readonly row: PhotoRow | undefined;
  readonly state: ItemState | undefined;
};

/**
 * The photos with these hashes, in the same order; the stream's own metadata is preferred to that of a draft or another
 * stream. `undefined` while loading.
 */
export function usePhotoInfos(hashes: readonly string[], stream?: string): readonly PhotoInfo[] | undefined {
  return useLive(async () => {
    const rows = await store.photos
      .where('sha256')
      .anyOf([...hashes])
      .toArray();
    const underWay = await readUnderWay();
    const blobs = await store.blobs.bulkGet(hashes.flatMap((sha256) => [`photo:${sha256}`, `thumb:${sha256}`]));
    return Promise.all(
      hashes.map(async (sha256, index) => {
        const own = rows.filter((row) => row.sha256 === sha256);
        const row = own.find((one) => one.stream === stream) ?? own[0];
        const [original, thumb] = blobs.slice(2 * index, 2 * index + 2);
        if (original === undefined) return { sha256, row, state: await withheldState(sha256) };
        // A thumbnail that the server sent stands for no original of this device.
        const states = [original, ...(thumb === undefined ? [] : [thumb])].map((blob) => blobState(blob, underWay));
        return { sha256, row, state: worstState(states) };
      }),
    );
  }, [hashes.join(' '), stream]);
}

/** A photo that is not here: its author may have said that it never goes up. */
async function withheldState(sha256: string): Promise<ItemState | undefined> {
  const named = await store.withheld.where('id').startsWith(`photo:${sha256}@`).count();
  return named > 0 ? 'withdrawn' : undefined;
}
