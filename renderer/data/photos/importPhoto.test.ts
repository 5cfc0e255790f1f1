import { describe, expect, it } from 'vitest';

import { exifSegment } from '#shared/evidence/testing/exifBuilder.ts';
import { buildJpeg, quadrants } from '#shared/evidence/testing/jpegBuilder.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { importPhoto } from './importPhoto.ts';
import type { MakeThumbnail } from './thumbnail.ts';

// What the engine decodes is tried in the engine (e2e/journeys/photos.engine.spec.ts); here stands what we decide.
const decodes: MakeThumbnail = () =>
  Promise.resolve({ blob: new Blob(['thumb'], { type: 'image/jpeg' }), widthPx: 4, heightPx: 3 });
const refuses: MakeThumbnail = () => Promise.resolve(undefined);
const NOW = '2024-03-05T02:00:00.000Z';
const PHOTO = buildJpeg({
  columns: 8,
  rows: 6,
  colourAt: quadrants(8, 6),
  segments: [exifSegment({ takenAt: '2024:03:05 09:07:11', latitude: 30.5, longitude: 115.25 })],
});
const HEIC = `\0\0\0\x18ftypheic\0\0\0\0mif1heic`;

describe('importPhoto', () => {
  it('takes a photo with its bytes untouched', async () => {
    const result = await importPhoto(new Blob([PHOTO]), 'C:\\店面.jpg', NOW, decodes);
    expect(result).toMatchObject({
      ok: true,
      value: {
        data: {
          sha256: sha256Hex(PHOTO),
          name: '店面.jpg',
          bytes: PHOTO.length,
          mime: 'image/jpeg',
          widthPx: 64,
          heightPx: 48,
          condition: 'ok',
          takenAtLocal: '2024-03-05T09:07:11',
          position: { latE7: 305_000_000, lonE7: 1_152_500_000, crs: 'WGS84', source: 'exif' },
          thumb: { sha256: sha256Hex(new TextEncoder().encode('thumb')), bytes: 5, widthPx: 4, heightPx: 3 },
          importedAt: NOW,
        },
      },
    });
    const original = result.ok ? result.value.original : new Blob();
    expect(original.type).toBe('image/jpeg');
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(PHOTO);
  });

  it.each([
    ['empty_file', new Blob([]), decodes],
    ['not_an_image', new Blob(['%PDF-1.7 and so on']), decodes],
    ['unreadable', new Blob([PHOTO]), refuses],
    ['unreadable', new Blob([PHOTO.subarray(0, 60)]), decodes],
  ] as const)('rejects by name: %s', async (code, file, thumbnail) => {
    expect(await importPhoto(file, ' a.jpg', NOW, thumbnail)).toEqual({ ok: false, error: { code, name: 'a.jpg' } });
  });

  it('rejects a file that went away while it was read', async () => {
    const gone = new Blob([PHOTO]);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await importPhoto(gone, 'a.jpg', NOW, decodes)).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });

  it('keeps what the engine cannot show when it may be one of ours', async () => {
    const result = await importPhoto(new Blob([HEIC.padEnd(60, '\0')]), 'a.heic', NOW, refuses);
    expect(result).toMatchObject({ ok: true, value: { data: { condition: 'not_shown', mime: 'image/heic' } } });
    expect(result.ok && 'thumb' in result.value).toBe(false);
  });

  it('offers a closed copy of a cut JPEG to the engine and keeps the original as it is', async () => {
    const cut = PHOTO.subarray(0, PHOTO.length - 2);
    const offered: number[] = [];
    const onlyClosed: MakeThumbnail = async (image, size) => {
      offered.push(image.size);
      return image.size === PHOTO.length ? decodes(image, size) : undefined;
    };
    const result = await importPhoto(new Blob([cut]), 'a.jpg', NOW, onlyClosed);
    expect(result).toMatchObject({
      ok: true,
      value: { data: { condition: 'partial', bytes: cut.length, sha256: sha256Hex(cut) } },
    });
    expect(offered).toEqual([cut.length, PHOTO.length]);
  });

  it('handles one file at a time, and goes on after one that failed', async () => {
    let open = 0;
    let most = 0;
    const counting: MakeThumbnail = async (image, size) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      if (image.size === PHOTO.length + 1) throw new Error('out of memory');
      return decodes(image, size);
    };
    const longer = new Blob([PHOTO, 'x']);
    const results = await Promise.allSettled(
      [longer, new Blob([PHOTO]), new Blob([PHOTO])].map((file) => importPhoto(file, 'a.jpg', NOW, counting)),
    );
    expect(most).toBe(1);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });
});
