import decodeQR from 'qr/decode.js';

/** A picture as it is read: four bytes (red, green, blue, alpha) a point, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Pictures are looked at in these widths: a code that is too fine in one is found in another. */
const WIDTHS = [1600, 1000, 2400] as const;
/** How long the library may try again in one width. */
const RETRY_MS = 200;

/**
 * The text of a QR code in a picture, or undefined where none can be read. `paint` gives the picture in a width, as high as
 * that makes it; undefined when it cannot. No width is painted twice, and none is larger than the picture.
 */
export function readCode(pictureWidth: number, paint: (width: number) => Pixels | undefined): string | undefined {
  const widths = new Set(WIDTHS.map((width) => Math.min(width, pictureWidth)));
  for (const width of widths) {
    const pixels = paint(width);
    const text = pixels === undefined ? undefined : codeIn(pixels);
    if (text !== undefined) return text;
  }
  return undefined;
}

function codeIn({ width, height, data }: Pixels): string | undefined {
  try {
    return decodeQR({ width, height, data }, { timeLimit: RETRY_MS });
  } catch {
    return undefined; // the library's way to say that it finds none
  }
}
