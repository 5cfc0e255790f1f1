import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { canonicalJson } from './canonicalJson.ts';
import { utf8View } from './utf8.ts';

/** SHA-256 of bytes as 64 lower-case hex digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of the UTF-8 form of a text, as hex. */
export function sha256Text(text: string): string {
  return sha256Hex(utf8View(text));
}

/** SHA-256 of the canonical JSON of a value, as hex. Throws where `canonicalJson` throws. */
export function hashOf(value: unknown): string {
  return sha256Text(canonicalJson(value));
}
