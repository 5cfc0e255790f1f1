import { describe, expect, it } from 'vitest';

import { imageSize } from './imageSize.ts';
import { exifSegment } from './testing/exifBuilder.ts';
import { buildJpeg, quadrants } from './testing/jpegBuilder.ts';

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

describe('imageSize', () => {
  it('reads a JPEG past its EXIF', () => {
    const jpeg = buildJpeg({ columns: 6, rows: 4, colourAt: quadrants(6, 4), segments: [exifSegment({ make: 'M' })] });
    expect(imageSize(jpeg, 'image/jpeg')).toEqual({ widthPx: 48, heightPx: 32 });
  });

  it('reads the headers of the other types', () => {
    expect(imageSize(bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x10'), 'image/png')).toEqual({
      widthPx: 256,
      heightPx: 16,
    });
    expect(imageSize(bytesOf('GIF89a\x0a\0\x14\x01'), 'image/gif')).toEqual({ widthPx: 10, heightPx: 276 });
    expect(imageSize(bytesOf(`BM${'\0'.repeat(12)}\x28\0\0\0\x05\0\0\0\xfe\xff\xff\xff`), 'image/bmp')).toEqual({
      widthPx: 5,
      heightPx: 2,
    });
    expect(imageSize(bytesOf(`RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x8f\x01\0\x2b\x01\0`), 'image/webp')).toEqual({
      widthPx: 400,
      heightPx: 300,
    });
  });

  it('has no answer for a cut header, an area of zero, and types kept in boxes', () => {
    const jpeg = buildJpeg({ columns: 1, rows: 1, colourAt: quadrants(1, 1) });
    expect(imageSize(jpeg.subarray(0, 60), 'image/jpeg')).toBeUndefined();
    expect(imageSize(bytesOf('GIF89a\0\0\0\0'), 'image/gif')).toBeUndefined();
    expect(imageSize(bytesOf('GIF8'), 'image/gif')).toBeUndefined();
    expect(imageSize(jpeg, 'image/heic')).toBeUndefined();
  });
});
