import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

import { z } from 'zod';

import { readUpTo } from '../files/durable.ts';
import { seal, SEAL_OVERHEAD, unseal } from '../keys/seal.ts';

/**
 * A blob's file: 8 bytes magic, the sealed chunks one after the other, the sealed summary, u32 length of the sealed
 * summary. The summary is last because the size is known last; a file without one was never finished.
 */
export const BLOB_MAGIC = Buffer.from('XUNZHIB1', 'latin1');
const FOOTER_BYTES = 4;
const MAX_SUMMARY_BYTES = 1024 * 1024;

const blobSummary = z.strictObject({
  key: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
  chunks: z.array(z.int().min(0)),
});
export type BlobSummary = z.infer<typeof blobSummary>;

/** Name of a blob's file: a key may hold any text, a file name may not. */
export function blobFileName(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A chunk is bound to its blob and place, so that files or chunks cannot be exchanged. */
export function sealChunk(key: Uint8Array, name: string, index: number, plain: Uint8Array): Buffer {
  return seal(key, plain, `blob/${name}/${String(index)}`);
}

export function encodeSummary(key: Uint8Array, name: string, summary: BlobSummary): Buffer {
  const sealed = seal(key, Buffer.from(JSON.stringify(summary)), `blob/${name}/summary`);
  const footer = Buffer.alloc(FOOTER_BYTES);
  footer.writeUInt32LE(sealed.length);
  return Buffer.concat([sealed, footer]);
}

/** The summary of a finished blob, or undefined when the file is damaged. */
export async function readSummary(file: FileHandle, key: Uint8Array, name: string): Promise<BlobSummary | undefined> {
  const { size } = await file.stat();
  if (size < BLOB_MAGIC.length + FOOTER_BYTES) return undefined;
  if (!(await readUpTo(file, 0, BLOB_MAGIC.length)).equals(BLOB_MAGIC)) return undefined;
  const length = (await readUpTo(file, size - FOOTER_BYTES, FOOTER_BYTES)).readUInt32LE();
  if (length > MAX_SUMMARY_BYTES || length > size - FOOTER_BYTES) return undefined;
  const sealed = await readUpTo(file, size - FOOTER_BYTES - length, length);
  const plain = unseal(key, sealed, `blob/${name}/summary`);
  return plain === undefined ? undefined : blobSummary.safeParse(JSON.parse(plain.toString('utf8'))).data;
}

/** Plain bytes from `offset`, at most `limit`; undefined when a chunk is damaged. */
export async function readPlain(
  file: FileHandle,
  key: Uint8Array,
  name: string,
  summary: BlobSummary,
  offset: number,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const end = Math.min(summary.bytes, offset + limit);
  const plain = new Uint8Array(Math.max(0, end - offset));
  let position = BLOB_MAGIC.length;
  let from = 0;
  for (const [index, length] of summary.chunks.entries()) {
    const to = from + length;
    if (to > offset && from < end) {
      const sealed = await readUpTo(file, position, length + SEAL_OVERHEAD);
      const chunk = unseal(key, sealed, `blob/${name}/${String(index)}`);
      if (chunk?.length !== length) return undefined;
      plain.set(chunk.subarray(Math.max(0, offset - from), Math.min(length, end - from)), Math.max(0, from - offset));
    }
    from = to;
    position += length + SEAL_OVERHEAD;
  }
  return plain;
}
