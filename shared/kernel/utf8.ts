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
