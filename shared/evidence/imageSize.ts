import { asciiAt, type PhotoMime } from './sniffImage.ts';

/** Width and height in pixels as the file stores them, before its orientation is applied. */
export type ImageSize = { readonly widthPx: number; readonly heightPx: number };

/**
 * The size an image's header states, without decoding. Undefined where the header is broken, states no area, or the
 * type's header is not read here (HEIC and TIFF keep theirs in nested boxes and directories).
 */
export function imageSize(bytes: Uint8Array, mime: PhotoMime): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = readSize(bytes, view, mime);
    return size !== undefined && size.widthPx > 0 && size.heightPx > 0 ? size : undefined;
  } catch (error) {
    // Reading past the end of a cut header.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readSize(bytes: Uint8Array, view: DataView, mime: PhotoMime): ImageSize | undefined {
  switch (mime) {
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/png':
      return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
    case 'image/gif':
      return { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) };
    case 'image/bmp':
      if (view.getUint32(14, true) === 12)
        return { widthPx: view.getUint16(18, true), heightPx: view.getUint16(20, true) };
      // A negative height means rows from top to bottom.
      return { widthPx: view.getInt32(18, true), heightPx: Math.abs(view.getInt32(22, true)) };
    case 'image/webp':
      return webpSize(bytes, view);
    case 'image/heic':
    case 'image/tiff':
      return undefined;
  }
}

function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameMarker(marker)) return { widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
}

/** True for the JPEG markers that begin a frame (SOF0-SOF15 without the table markers among them). */
export function isFrameMarker(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function webpSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
  const chunk = asciiAt(bytes, 12, 4);
  if (chunk === 'VP8 ')
    return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const packed = view.getUint32(21, true);
    return { widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') {
    const width = view.getUint16(24, true) | (view.getUint8(26) << 16);
    const height = view.getUint16(27, true) | (view.getUint8(29) << 16);
    return { widthPx: width + 1, heightPx: height + 1 };
  }
  return undefined;
}
