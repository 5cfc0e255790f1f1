import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

import type { P256Public } from '#shared/access/recovery.ts';
import { sealText, type BundleHeader, type BundleSeal } from '#shared/exchange/bundleFormat.ts';
import { CHUNK_BYTES, encodePreamble } from '#shared/exchange/bundleFrame.ts';
import { encodeJsonRecord, encodeRecord, MAX_BYTES_RECORD, type RecordKind } from '#shared/exchange/bundleRecords.ts';

import { writeAll } from '../files/durable.ts';

import { sealBundleChunk } from './chunkCipher.ts';
import { agree, keyIdOf, keyPair } from './curve.ts';

/** Signs a text as the device (or the recovery key) that a bundle names. */
export type Signer = (text: string) => string;

/** Writes one bundle, record by record, with the memory of a chunk and a record. */
export class BundleWriter {
  readonly #file: FileHandle;
  readonly #key: Buffer;
  readonly #preambleHash: Buffer;
  readonly #hash = createHash('sha256');
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #chunks = 0;
  #position: number;

  private constructor(file: FileHandle, key: Buffer, preamble: Uint8Array) {
    this.#file = file;
    this.#key = key;
    this.#preambleHash = createHash('sha256').update(preamble).digest();
    this.#hash.update(preamble);
    this.#position = preamble.length;
  }

  /** Begins a bundle to a recovery key in an empty file. */
  static async begin(file: FileHandle, recipient: P256Public, header: BundleHeader): Promise<BundleWriter> {
    const ephemeral = keyPair();
    const { madeAt } = header;
    const preamble = encodePreamble({ keyId: keyIdOf(recipient), ephemeral: ephemeral.publicKey, madeAt });
    const key = agree(ephemeral.scalar, recipient, ephemeral.publicKey, recipient);
    await writeAll(file, preamble, 0);
    const writer = new BundleWriter(file, key, preamble);
    await writer.addJson('header', header);
    return writer;
  }

  addJson(kind: Exclude<RecordKind, 'bytes'>, value: unknown): Promise<void> {
    return this.#add(encodeJsonRecord(kind, value));
  }

  /** Bytes of the blob whose record came last. */
  async addBytes(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += MAX_BYTES_RECORD)
      await this.#add(encodeRecord('bytes', bytes.subarray(at, at + MAX_BYTES_RECORD)));
  }

  /** Signs everything, ends the file and waits until it is on the disk; answers its size. */
  async end(counts: BundleSeal['counts'], sign: Signer): Promise<number> {
    const hash = this.#hash.copy().digest('hex');
    await this.addJson('seal', { hash, signature: sign(sealText(hash)), counts });
    await this.#writeChunk(Buffer.concat(this.#waiting), true);
    await this.#file.sync();
    return this.#position;
  }

  async #add(record: Uint8Array): Promise<void> {
    this.#hash.update(record);
    this.#waiting.push(Buffer.from(record.buffer, record.byteOffset, record.byteLength));
    this.#waitingBytes += record.length;
    // A chunk is written once a byte beyond it is there: then it is not the last one.
    if (this.#waitingBytes <= CHUNK_BYTES) return;
    const bytes = Buffer.concat(this.#waiting);
    let at = 0;
    for (; bytes.length - at > CHUNK_BYTES; at += CHUNK_BYTES)
      await this.#writeChunk(bytes.subarray(at, at + CHUNK_BYTES), false);
    this.#waiting = [bytes.subarray(at)];
    this.#waitingBytes = bytes.length - at;
  }

  async #writeChunk(plain: Buffer, last: boolean): Promise<void> {
    const sealed = sealBundleChunk(this.#key, this.#preambleHash, this.#chunks, last, plain);
    await writeAll(this.#file, sealed, this.#position);
    this.#chunks += 1;
    this.#position += sealed.length;
  }
}
