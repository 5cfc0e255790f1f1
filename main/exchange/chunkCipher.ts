import { createCipheriv, createDecipheriv } from 'node:crypto';

import { CHUNK_OVERHEAD, chunkNonce } from '#shared/exchange/bundleFrame.ts';

const ALGORITHM = 'aes-256-gcm';

/** Encrypts a chunk for its place; `preambleHash` binds it to the file's beginning. */
export function sealBundleChunk(
  key: Uint8Array,
  preambleHash: Uint8Array,
  index: number,
  last: boolean,
  plain: Uint8Array,
): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, chunkNonce(index, last));
  cipher.setAAD(preambleHash);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The chunk's plain bytes, or undefined when any bit, its place or its being the last differs. */
export function openBundleChunk(
  key: Uint8Array,
  preambleHash: Uint8Array,
  index: number,
  last: boolean,
  sealed: Uint8Array,
): Buffer | undefined {
  if (sealed.length < CHUNK_OVERHEAD) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, chunkNonce(index, last));
  decipher.setAAD(preambleHash);
  decipher.setAuthTag(sealed.subarray(sealed.length - CHUNK_OVERHEAD));
  try {
    const body = decipher.update(sealed.subarray(0, sealed.length - CHUNK_OVERHEAD));
    return Buffer.concat([body, decipher.final()]);
  } catch {
    return undefined;
  }
}
