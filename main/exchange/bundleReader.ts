import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

import type { OuterHeader } from '#shared/exchange/bundleFormat.ts';
import {
  CHUNK_BYTES,
  CHUNK_OVERHEAD,
  decodePreamble,
  PREAMBLE_BYTES,
  preambleLength,
} from '#shared/exchange/bundleFrame.ts';
import { encodeRecord, RecordReader, type BundleRecord } from '#shared/exchange/bundleRecords.ts';

import { errnoOf, readUpTo } from '../files/durable.ts';

import { BundleError } from './bundleError.ts';
import { openBundleChunk } from './chunkCipher.ts';
import { agree, type KeyPair } from './curve.ts';

const SEALED_CHUNK = CHUNK_BYTES + CHUNK_OVERHEAD;

/** The beginning of a bundle: what can be read without a key. */
export type Opening = { readonly header: OuterHeader; readonly preamble: Buffer; readonly size: number };

/** Reads the preamble. Throws `BundleError`: `not_a_bundle`, `bundle_newer`, `bundle_cut`, `bundle_damaged`, `read_failed`. */
export async function readOpening(file: FileHandle): Promise<Opening> {
  const { size } = await file.stat();
  const start = await read(file, 0, PREAMBLE_BYTES);
  const length = preambleLength(start);
  if (!length.ok) throw new BundleError(length.error);
  const preamble = await read(file, 0, length.value);
  const header = decodePreamble(preamble);
  if (!header.ok) throw new BundleError(header.error);
  return { header: header.value, preamble, size };
}

/** The key of a bundle's content. Throws `BundleError`: `bundle_other_key`, `bundle_damaged`. */
export function contentKey({ header }: Opening, keyId: string, pair: KeyPair): Buffer {
  if (header.keyId !== keyId) throw new BundleError('bundle_other_key');
  try {
    return agree(pair.scalar, header.ephemeral, header.ephemeral, pair.publicKey);
  } catch {
    throw new BundleError('bundle_damaged');
  }
}

/** A record, and the hash of the preamble and all records before it: what a seal at this place is over. */
export type HashedRecord = BundleRecord & { readonly hashBefore: () => string };

/**
 * The records of a bundle in order, with the memory of a chunk and a record. Throws `BundleError`: `bundle_cut` when the
 * last chunk there is does not end the bundle, `bundle_damaged` for any other difference, `read_failed`.
 */
export async function* readRecords(
  file: FileHandle,
  { preamble, size }: Opening,
  key: Uint8Array,
  onBytes: (done: number) => void = () => undefined,
): AsyncGenerator<HashedRecord, void, undefined> {
  const preambleHash = createHash('sha256').update(preamble).digest();
  const hash = createHash('sha256').update(preamble);
  const reader = new RecordReader();
  let at = preamble.length;
  for (let index = 0; ; index += 1) {
    const sealed = await read(file, at, SEALED_CHUNK);
    const last = at + sealed.length >= size;
    const plain = openBundleChunk(key, preambleHash, index, last, sealed);
    // A short chunk: the file became shorter while it was read.
    const isCut = last || sealed.length < SEALED_CHUNK;
    if (plain === undefined) throw new BundleError(isCut ? 'bundle_cut' : 'bundle_damaged');
    at += sealed.length;
    for (const record of recordsOf(reader, plain)) {
      const before = hash.copy();
      yield { ...record, hashBefore: () => before.digest('hex') };
      hash.update(encodeRecord(record.kind, record.payload));
    }
    onBytes(at);
    if (!last) continue;
    if (!reader.isEmpty) throw new BundleError('bundle_damaged');
    return;
  }
}

function recordsOf(reader: RecordReader, plain: Buffer): BundleRecord[] {
  try {
    return reader.push(plain);
  } catch {
    throw new BundleError('bundle_damaged');
  }
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  try {
    return await readUpTo(file, at, length);
  } catch (error) {
    throw new BundleError('read_failed', errnoOf(error));
  }
}
