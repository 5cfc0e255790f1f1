import { describe, expect, it } from 'vitest';

import { sniffImage } from './sniffImage.ts';

const TEXT =
  'this is a text file with a name that ends in .jpg, long enough to hold any image header at all, and more words';

function bytesOf(text: string, length = 200): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(Array.from(text, (char) => char.charCodeAt(0)));
  return bytes;
}

describe('sniffImage', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['png', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['gif', 'GIF89a', 'image/gif'],
    ['webp', 'RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['heic by its major brand', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'image/heic'],
    ['heic by a compatible brand', '\0\0\0\x18ftypmsf1\0\0\0\0msf1hevc', 'image/heic'],
    ['bmp', `BM${'\0'.repeat(12)}\x28\0\0\0`, 'image/bmp'],
    ['tiff, little-endian', 'II*\0', 'image/tiff'],
    ['tiff, big-endian', 'MM\0*', 'image/tiff'],
  ])('knows %s', (_, head, mime) => {
    expect(sniffImage(bytesOf(head))).toEqual({ mime });
  });

  it.each([
    ['text', TEXT],
    ['pdf', '%PDF-1.7'],
    ['avif, although it is compatible with mif1', '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'],
    ['mp4', '\0\0\0\x18ftypisom\0\0\0\0isommp42'],
    ['a word that begins with BM', 'BMW is a make of cars'],
    ['wav', 'RIFF\0\0\0\0WAVE'],
  ])('refuses %s', (_, head) => {
    expect(sniffImage(bytesOf(head))).toEqual({ reject: 'not_an_image' });
  });

  it('tells an empty file and one cut within its header', () => {
    expect(sniffImage(new Uint8Array())).toEqual({ reject: 'empty' });
    expect(sniffImage(bytesOf('\xff\xd8\xff\xe0', 40))).toEqual({ reject: 'truncated' });
    expect(sniffImage(bytesOf('\x89PNG\r\n\x1a\n', 8))).toEqual({ reject: 'truncated' });
  });

  it('reads bytes that begin inside a larger buffer', () => {
    const whole = bytesOf(`....\0\0\0\x18ftypheic\0\0\0\0mif1heic`);
    expect(sniffImage(whole.subarray(4))).toEqual({ mime: 'image/heic' });
  });
});
