/** The longest side of a thumbnail in pixels. */
const THUMB_SIDE_PX = 480;
const THUMB_QUALITY = 0.8;

/** A picture made from an image; `widthPx` and `heightPx` are upright, as a person sees them. */
export type Thumbnail = { readonly blob: Blob; readonly widthPx: number; readonly heightPx: number };

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
export const makeThumbnail: MakeThumbnail = async (image, stored) => {
  const bitmap = await decode(image, stored);
  if (bitmap === undefined) return undefined;
  try {
    const scale = Math.min(1, THUMB_SIDE_PX / Math.max(bitmap.width, bitmap.height));
    const [widthPx, heightPx] = [atLeastOne(bitmap.width * scale), atLeastOne(bitmap.height * scale)];
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return undefined;
    // JPEG has no transparency: what shows through is paper, not black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, widthPx, heightPx);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, widthPx, heightPx);
    return { blob: await canvas.convertToBlob({ type: 'image/jpeg', quality: THUMB_QUALITY }), widthPx, heightPx };
  } finally {
    bitmap.close();
  }
};

/** The image as a bitmap near the thumbnail's size; undefined when the engine cannot decode it. */
async function decode(
  image: Blob,
  stored: { readonly widthPx: number; readonly heightPx: number } | undefined,
): Promise<ImageBitmap | undefined> {
  const options: ImageBitmapOptions = { imageOrientation: 'from-image' };
  if (stored !== undefined && stored.widthPx > THUMB_SIDE_PX) {
    // Engines differ in whether this means the width before or after turning (Chromium 114: before). One side given
    // and the other following is enough either way; the canvas brings it to size.
    options.resizeWidth = THUMB_SIDE_PX;
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
