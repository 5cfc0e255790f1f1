import { createHash } from 'node:crypto';

import { concatBytes, segment } from '#shared/evidence/testing/jpegBuilder.ts';

import { shopPhoto } from '../../fixtures/photos.ts';
import type { PhotoFile } from '../../fixtures/photos.ts';
import type { SeededRandom } from '../../fixtures/random.ts';

const SEGMENT_BYTES = 60_000;

/** A photo that nobody has taken before, of about so many bytes. */
export function photoOf(random: SeededRandom, bytes: number): PhotoFile & { readonly sha256: string } {
  const small = shopPhoto();
  const fill = Buffer.alloc(SEGMENT_BYTES);
  const parts: Uint8Array[] = [small.subarray(0, 2)];
  for (let left = bytes; left > 0; left -= SEGMENT_BYTES) {
    for (let at = 0; at < SEGMENT_BYTES; at += 6_000) fill.set(random.bytes(), at);
    parts.push(segment(0xfe, Uint8Array.from(fill)));
  }
  const buffer = Buffer.from(concatBytes([...parts, small.subarray(2)]));
  const sha256 = createHash('sha256').update(buffer).digest('hex');
  return { name: `IMG_${sha256.slice(0, 4)}.jpg`, mimeType: 'image/jpeg', buffer, sha256 };
}
