import { assert } from './assert.ts';

/** UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 of the given 10 random bytes' bits. */
export function uuidv7(atMs: number, random: Uint8Array): string {
  assert(Number.isSafeInteger(atMs) && atMs >= 0 && random.length >= 10, 'uuidv7 needs a time and 10 random bytes');
  const hex = atMs.toString(16).padStart(12, '0');
  const rest = [...random.subarray(0, 10)];
  rest[0] = ((rest[0] ?? 0) & 0x0f) | 0x70;
  rest[2] = ((rest[2] ?? 0) & 0x3f) | 0x80;
  const tail = rest.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** The Unix milliseconds inside a UUID version 7, or undefined when the text is none. */
export function uuidv7TimeMs(uuid: string): number | undefined {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid)) return undefined;
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}
