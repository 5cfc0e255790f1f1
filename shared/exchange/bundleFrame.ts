import { utf8ToBytes } from '@noble/hashes/utils.js';

import { err, ok, type Result } from '../kernel/result.ts';

import { BUNDLE_VERSION, outerHeader, type OuterHeader } from './bundleFormat.ts';
import type { BundleRefusal } from './bundleRefusal.ts';

/** Plain bytes of a chunk; only the last one is shorter. */
export const CHUNK_BYTES = 64 * 1024;
/** Bytes that encryption adds to a chunk (AES-GCM's tag). */
export const CHUNK_OVERHEAD = 16;
/** Magic, version and length of the outer header. */
export const PREAMBLE_BYTES = 16;
const MAGIC = Uint8Array.from([0x58, 0x55, 0x4e, 0x5a, 0x48, 0x49, 0x2d, 0x50]); // XUNZHI-P
const MAX_HEADER_BYTES = 4096;
const NONCE_BYTES = 12;

/** The bytes before the content. */
export function encodePreamble(header: OuterHeader, version: number = BUNDLE_VERSION): Uint8Array {
  const json = utf8ToBytes(JSON.stringify(header));
  const bytes = new Uint8Array(PREAMBLE_BYTES + json.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(8, version);
  view.setUint32(12, json.length);
  bytes.set(json, PREAMBLE_BYTES);
  return bytes;
}

/** Length of the whole preamble by its first 16 bytes. Refused: `not_a_bundle`, `bundle_newer`, `bundle_cut`, `bundle_damaged`. */
export function preambleLength(start: Uint8Array): Result<number, BundleRefusal> {
  if (MAGIC.some((byte, index) => index < start.length && start[index] !== byte)) return err('not_a_bundle');
  if (start.length < PREAMBLE_BYTES) return err(start.length === 0 ? 'not_a_bundle' : 'bundle_cut');
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const version = view.getUint32(8);
  if (version > BUNDLE_VERSION) return err('bundle_newer');
  const length = view.getUint32(12);
  if (version !== BUNDLE_VERSION || length === 0 || length > MAX_HEADER_BYTES) return err('bundle_damaged');
  return ok(PREAMBLE_BYTES + length);
}

/** The outer header of a whole preamble. Refused: as `preambleLength`. */
export function decodePreamble(bytes: Uint8Array): Result<OuterHeader, BundleRefusal> {
  const length = preambleLength(bytes);
  if (!length.ok) return length;
  if (bytes.length < length.value) return err('bundle_cut');
  try {
    // The header is plain ASCII: ids, base64 and an instant.
    const text = String.fromCharCode(...bytes.subarray(PREAMBLE_BYTES, length.value));
    const header = outerHeader.safeParse(JSON.parse(text));
    return header.success ? ok(header.data) : err('bundle_damaged');
  } catch {
    return err('bundle_damaged');
  }
}

/**
 * The nonce of a chunk: its number and whether it is the last. The key serves one bundle only, so no nonce is used twice;
 * a chunk in another place, or a last one that is not the last, does not decrypt.
 */
export function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(NONCE_BYTES);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(index / 2 ** 32));
  view.setUint32(7, index % 2 ** 32);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
}
