import type { BlobRow, PhotoRow } from '../data/tables.ts';

import { store, useLive } from './store.ts';

/** What is known here of a photo: its metadata, and where its original stands (absent: not on this device). */
export type PhotoInfo = {
  readonly sha256: string;
  readonly row: PhotoRow | undefined;
  readonly state: BlobRow['state'] | undefined;
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
    const blobs = await store.blobs.bulkGet(hashes.map((sha256) => `photo:${sha256}`));
    return hashes.map((sha256, index) => {
      const own = rows.filter((row) => row.sha256 === sha256);
      const row = own.find((one) => one.stream === stream) ?? own[0];
      return { sha256, row, state: blobs[index]?.state };
    });
  }, [hashes.join(' '), stream]);
}
