import type { PortClient } from '../port.ts';

import { chunksOf, incrementalSha256, promisedSha256 } from './hashing.ts';

/** Why a blob's file beside the journal cannot be trusted: the bytes are not those that were meant. */
export class BlobFileError extends Error {
  readonly code: 'not_the_key' | 'not_as_sent' | 'not_whole';
  constructor(code: BlobFileError['code'], key: string) {
    super(`${key}: ${code}`);
    this.name = 'BlobFileError';
    this.code = code;
  }
}

/**
 * Writes a blob's file in the main process, chunk after acknowledged chunk, and compares what main read back after
 * fsync with what was sent; `digest` is CouchDB's name for the same bytes. Throws `BlobFileError` when they differ or
 * the bytes are not the key's, and what the port throws when writing failed: until this resolves nothing is saved.
 */
export async function storeBlob(
  port: PortClient,
  key: string,
  blob: Blob,
): Promise<{ readonly bytes: number; readonly sha256: string; readonly digest: string | undefined }> {
  const hash = incrementalSha256();
  let offset = 0;
  for await (const bytes of chunksOf(blob)) {
    hash.update(bytes);
    const last = offset + bytes.length >= blob.size;
    // The last chunk goes only when the whole is known to be the key's: a file under a wrong key would look saved.
    const sha256 = last ? hash.hex() : undefined;
    if (sha256 !== undefined && (promisedSha256(key) ?? sha256) !== sha256) throw new BlobFileError('not_the_key', key);
    const answer = await port.call('blob.write', { key, offset, bytes, last });
    offset += bytes.length;
    if (answer.bytes !== offset) throw new BlobFileError('not_as_sent', key);
    if (sha256 === undefined) continue;
    if (answer.sha256 !== sha256) throw new BlobFileError('not_as_sent', key);
    return { bytes: offset, sha256, digest: answer.md5 === undefined ? undefined : `md5-${answer.md5}` };
  }
  throw new BlobFileError('not_whole', key);
}

/**
 * Reads a blob's file back. Throws `BlobFileError` when it ends early or its bytes are not the key's, and what the
 * port throws when there is none. `expectedSha256` is for thumbnails, whose key names the original.
 */
export async function loadBlob(port: PortClient, key: string, expectedSha256?: string, type = ''): Promise<Blob> {
  const hash = incrementalSha256();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (;;) {
    const { bytes, total } = await port.call('blob.read', { key, offset });
    const own = new Uint8Array(bytes);
    hash.update(own);
    parts.push(own);
    offset += own.length;
    if (offset >= total) break;
    if (own.length === 0) throw new BlobFileError('not_whole', key);
  }
  const expected = expectedSha256 ?? promisedSha256(key);
  if (expected !== undefined && hash.hex() !== expected) throw new BlobFileError('not_the_key', key);
  return new Blob(parts, { type });
}
