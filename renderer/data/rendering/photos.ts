import { bytesToHex } from '@noble/hashes/utils.js';

import { imageSize } from '#shared/evidence/imageSize.ts';

/** A photo that a document shows: the JPEG as it is embedded, and its size in pixels. */
export type Photo = { readonly jpeg: Uint8Array; readonly widthPx: number; readonly heightPx: number };
/** Photos by the SHA-256 of their bytes. */
export type Photos = ReadonlyMap<string, Photo>;

/** Names photos by what they are, whatever the caller thought they were. Throws for what is no JPEG: a broken caller. */
export async function photosOf(jpegs: readonly Uint8Array<ArrayBuffer>[]): Promise<Photos> {
  const photos = new Map<string, Photo>();
  for (const jpeg of jpegs) {
    const size = imageSize(jpeg, 'image/jpeg');
    if (size === undefined) throw new Error('a photo of a document is no JPEG');
    const sha256 = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', jpeg)));
    photos.set(sha256, { jpeg, ...size });
  }
  return photos;
}

/** The photo with that hash. Throws when the job came without it. */
export function photoNamed(photos: Photos, sha256: string): Photo {
  const photo = photos.get(sha256);
  if (photo === undefined) throw new Error(`photo ${sha256} is missing`);
  return photo;
}
