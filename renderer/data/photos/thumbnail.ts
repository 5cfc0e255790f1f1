/** A picture made from an image; `widthPx` and `heightPx` are upright, as a person sees them. */
export type Thumbnail = { readonly blob: Blob; readonly widthPx: number; readonly heightPx: number };

/** How a picture is made: its longest side in pixels, and the quality of the JPEG. */
type PictureSize = { readonly sidePx: number; readonly quality: number };

/** 290 dots an inch where an evidence photo is printed, 88 mm wide. */
const PRINT: PictureSize = { sidePx: 1000, quality: 0.85 };
const SCAN: PictureSize = { sidePx: 1754, quality: 0.8 };
const THUMB: PictureSize = { sidePx: 480, quality: 0.8 };

/** Makes a thumbnail, or undefined when the engine cannot decode the image. */
export type MakeThumbnail = (
  image: Blob,
  stored: { readonly widthPx: number; readonly heightPx: number } | undefined,
) => Promise<Thumbnail | undefined>;

/**
 * Decodes with the engine, upright by the image's own orientation, and draws a JPEG of at most 480 pixels a side;
 * smaller images keep their size. The engine scales while it makes the bitmap, so that no canvas of the full size
 * is ever held.
 */
export const makeThumbnail: MakeThumbnail = (image, stored) => makePicture(image, stored, THUMB);

/** The same, large enough to be read as a sheet of paper that was scanned: 150 dots an inch. */
export const makeScan: MakeThumbnail = (image, stored) => makePicture(image, stored, SCAN);

/** The same, large enough to be printed as evidence. */
export const makePrint: MakeThumbnail = (image, stored) => makePicture(image, stored, PRINT);

async function makePicture(
  image: Blob,
  stored: Parameters<MakeThumbnail>[1],
  { sidePx, quality }: PictureSize,
): Promise<Thumbnail | undefined> {
  const bitmap = await decode(image, stored, sidePx);
  if (bitmap === undefined) return undefined;
  try {
    const scale = Math.min(1, sidePx / Math.max(bitmap.width, bitmap.height));
    const [widthPx, heightPx] = [atLeastOne(bitmap.width * scale), atLeastOne(bitmap.height * scale)];
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return undefined;
    // JPEG has no transparency: what shows through is paper, not black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, widthPx, heightPx);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, widthPx, heightPx);
    return { blob: await canvas.convertToBlob({ type: 'image/jpeg', quality }), widthPx, heightPx };
  } finally {
    bitmap.close();
  }
}

/** The image as a bitmap near the wanted size; undefined when the engine cannot decode it. */
async function decode(
  image: Blob,
  stored: { readonly widthPx: number; readonly heightPx: number } | undefined,
  sidePx: number,
): Promise<ImageBitmap | undefined> {
  const options: ImageBitmapOptions = { imageOrientation: 'from-image' };
  if (stored !== undefined && stored.widthPx > sidePx) {
    // Engines differ in whether this means the width before or after turning (Chromium 114: before). One side given
    // and the other following is enough either way; the canvas brings it to size.
    options.resizeWidth = sidePx;
    options.resizeQuality = 'medium';
  }
  try {
    return await createImageBitmap(image, options);
  } catch {
    return undefined;
  }
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
