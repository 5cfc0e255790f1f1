import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** How much of a blob is read at a time, in bytes: 1 MiB, the largest chunk of the port's contract. */
export const CHUNK_BYTES = 1024 * 1024;

/** Up to this size the engine hashes a blob as a whole, several times faster than script; beyond it memory counts. */
const AT_ONCE_BYTES = 16 * CHUNK_BYTES;

/** SHA-256 in hex by the engine: several times faster than script for whole photos. */
export async function sha256OfBytes(bytes: BufferSource): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** SHA-256 of a blob's bytes in hex; a large one is read in chunks. */
export async function sha256OfBlob(blob: Blob): Promise<string> {
  if (blob.size <= AT_ONCE_BYTES) return sha256OfBytes(await blob.arrayBuffer());
  const hash = incrementalSha256();
  for await (const chunk of chunksOf(blob)) hash.update(chunk);
  return hash.hex();
}

/** A SHA-256 that takes chunks; `hex` ends it. */
export function incrementalSha256(): { readonly update: (bytes: Uint8Array) => void; readonly hex: () => string } {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/**
 * CouchDB's name for an attachment's content (`md5-<base64>`), read in chunks. It only tells whether a delivery arrived
 * whole; identity is the SHA-256.
 */
export async function attachmentDigest(blob: Blob): Promise<string> {
  const hash = md5.create();
  for await (const chunk of chunksOf(blob)) hash.update(chunk);
  return `md5-${btoa(String.fromCharCode(...hash.digest()))}`;
}

/** A blob's bytes in order, one chunk in memory at a time; one empty chunk for an empty blob. */
export async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let at = 0;
  do {
    yield new Uint8Array(await blob.slice(at, at + CHUNK_BYTES).arrayBuffer());
    at += CHUNK_BYTES;
  } while (at < blob.size);
}

/** The SHA-256 that a key promises of its bytes; a thumbnail's key names its original instead. */
export function promisedSha256(key: string): string | undefined {
  return /^(?:photo|doc):([0-9a-f]{64})$/.exec(key)?.[1];
}
