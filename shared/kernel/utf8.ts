import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Room that is used again and again: a text of an event is a few kilobytes. */
let room = new Uint8Array(16_384);

/**
 * The UTF-8 bytes of a text, as a view that holds until the next call. Event texts are short and many: making an encoder
 * and two copies for each cost a tenth of verifying them.
 */
export function utf8View(text: string): Uint8Array {
  if (room.length < text.length * 3) room = new Uint8Array(text.length * 4);
  let end = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) room[end++] = unit;
    else if (unit < 0x800) {
      room[end++] = 0xc0 | (unit >> 6);
      room[end++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      return utf8ToBytes(text); // pairs are rare; what stands alone becomes U+FFFD, as everywhere
    } else {
      room[end++] = 0xe0 | (unit >> 12);
      room[end++] = 0x80 | ((unit >> 6) & 0x3f);
      room[end++] = 0x80 | (unit & 0x3f);
    }
  }
  return room.subarray(0, end);
}

/** The text of UTF-8 bytes; undefined unless they are the bytes that the text has. */
export function textOfUtf8(bytes: Uint8Array): string | undefined {
  const units: number[] = [];
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let next = 1; next < length; next += 1) point = (point << 6) | ((bytes[i + next] ?? 0) & 0x3f);
    if (point > 0x10ffff) return undefined;
    if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    i += length;
    if (units.length < 8192 && i < bytes.length) continue;
    text += String.fromCharCode(...units);
    units.length = 0;
  }
  // What is no UTF-8 (too long, cut, a lone surrogate) is not what its text would be written as.
  const again = utf8ToBytes(text);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? text : undefined;
}
