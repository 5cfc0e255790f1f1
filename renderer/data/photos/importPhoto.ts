import type { PhotoCondition, PhotoData } from '#shared/events/evidenceEvents.ts';
import { checkJpeg, type JpegVerdict } from '#shared/evidence/checkJpeg.ts';
import { imageSize } from '#shared/evidence/imageSize.ts';
import { cleanPhotoName } from '#shared/evidence/photoName.ts';
import { sniffImage, type PhotoMime } from '#shared/evidence/sniffImage.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { readExif } from './exifReader.ts';
import { sha256OfBlob, sha256OfBytes } from './hashing.ts';
import { makeThumbnail, type MakeThumbnail, type Thumbnail } from './thumbnail.ts';

/** Largest file that is taken, in bytes (60 MiB): what a device can still hash, keep and send in one request. */
export const MAX_PHOTO_BYTES = 60 * 1024 * 1024;

/** Largest picture that is taken, in pixels: above what phones write, below what a crafted small file can claim. */
export const MAX_PHOTO_PIXELS = 220_000_000;

/**
 * Why a file is not taken. `empty_file`: no bytes. `not_an_image`: none of the types the file takes, whatever its
 * name says. `unreadable`: an image by its first bytes, but nothing of it decodes, or the file cannot be read.
 * `too_large`: more bytes or pixels than the limits above.
 */
export type PhotoRejectionCode = 'empty_file' | 'not_an_image' | 'unreadable' | 'too_large';
/** A rejected file by its (cleaned) name. */
export type PhotoRejection = { readonly code: PhotoRejectionCode; readonly name: string };

/** An imported file: the original with its bytes untouched, a derived thumbnail, and what the event will say. */
export type ImportedFile = {
  readonly original: Blob;
  readonly thumb?: Blob;
  readonly data: Omit<PhotoData, 'purpose' | 'item'>;
};

type Picture = { readonly condition: PhotoCondition; readonly thumb?: Thumbnail };

/** Types that may be kept unseen: engines without a decoder for them are common. */
const MAY_BE_UNSEEN: ReadonlySet<PhotoMime> = new Set<PhotoMime>(['image/heic', 'image/tiff']);

let last: Promise<unknown> = Promise.resolve();

/**
 * Takes a file as evidence: SHA-256 as identity, EXIF, condition, thumbnail. Never throws for bad input. Files are
 * handled one at a time in the order of the calls, so that many large photos need the memory of one.
 */
export function importPhoto(
  file: Blob,
  name: string,
  nowIso: string,
  thumbnail: MakeThumbnail = makeThumbnail,
): Promise<Result<ImportedFile, PhotoRejection>> {
  const result = last.then(() => importOne(file, cleanPhotoName(name), nowIso, thumbnail));
  last = result.catch(() => undefined);
  return result;
}

async function importOne(
  file: Blob,
  name: string,
  nowIso: string,
  thumbnail: MakeThumbnail,
): Promise<Result<ImportedFile, PhotoRejection>> {
  if (file.size === 0) return err({ code: 'empty_file', name });
  if (file.size > MAX_PHOTO_BYTES) return err({ code: 'too_large', name });
  const bytes = await readBytes(file);
  if (bytes === undefined) return err({ code: 'unreadable', name });
  const sniffed = sniffImage(bytes);
  if ('reject' in sniffed) return err({ code: REJECTIONS[sniffed.reject], name });
  const { mime } = sniffed;
  // A copy of what was read: the file on the disk may change or go away with its memory card.
  const original = new Blob([bytes], { type: mime });
  const size = imageSize(bytes, mime);
  if (size !== undefined && size.widthPx * size.heightPx > MAX_PHOTO_PIXELS) return err({ code: 'too_large', name });
  const picture = await look(bytes, original, mime, (image) => thumbnail(image, size));
  if (picture === undefined) return err({ code: 'unreadable', name });
  const thumb = picture.thumb;
  return ok({
    original,
    ...(thumb === undefined ? {} : { thumb: thumb.blob }),
    data: {
      sha256: await sha256OfBytes(bytes),
      name,
      bytes: bytes.length,
      mime,
      ...size,
      ...readExif(bytes),
      condition: picture.condition,
      ...(thumb === undefined
        ? {}
        : {
            thumb: {
              sha256: await sha256OfBlob(thumb.blob),
              bytes: thumb.blob.size,
              widthPx: thumb.widthPx,
              heightPx: thumb.heightPx,
            },
          }),
      importedAt: nowIso,
    },
  });
}

const REJECTIONS = { empty: 'empty_file', not_an_image: 'not_an_image', truncated: 'unreadable' } as const;

/** Undefined when the file went away or may not be read. */
async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** How much of the picture can be seen, with its thumbnail; undefined when nothing of it decodes. */
async function look(
  bytes: Uint8Array<ArrayBuffer>,
  image: Blob,
  mime: PhotoMime,
  thumbnail: (image: Blob) => Promise<Thumbnail | undefined>,
): Promise<Picture | undefined> {
  const verdict = mime === 'image/jpeg' ? await judge(bytes) : 'complete';
  if (verdict === 'empty') return undefined;
  let thumb = await thumbnail(image);
  // Chromium's bitmaps refuse a JPEG that ends early, though its pages show what is there: closing a copy of it lets
  // the thumbnail show the same. The original stays as it is.
  if (thumb === undefined && verdict === 'truncated')
    thumb = await thumbnail(new Blob([bytes, Uint8Array.of(0xff, 0xd9)], { type: mime }));
  if (thumb === undefined) return MAY_BE_UNSEEN.has(mime) ? { condition: 'not_shown' } : undefined;
  return { condition: verdict === 'complete' ? 'ok' : 'partial', thumb };
}

/** Runs the JPEG check in slices, so that records are saved while a large photo is looked at. */
async function judge(bytes: Uint8Array): Promise<JpegVerdict> {
  const check = checkJpeg(bytes);
  for (;;) {
    const step = check.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
