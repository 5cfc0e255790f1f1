import { createHash, type Hash } from 'node:crypto';
import { open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, makeFolder, renameOver, syncFolder, writeAll } from '../files/durable.ts';
import { createSerialQueue } from '../files/serialQueue.ts';

import { BLOB_MAGIC, blobFileName, encodeSummary, readPlain, readSummary, sealChunk } from './blobFile.ts';

const FINISHED = '.blob';
const UNFINISHED = '.part';
/** The largest piece that is written or read in one call. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

/** `bad_offset`: not the byte after the last one written. */
export type BlobFailure = {
  readonly code: 'write_failed' | 'bad_offset' | 'too_large' | 'not_found' | 'damaged';
  readonly detail?: string;
};
type Writing = {
  readonly file: FileHandle;
  readonly hash: Hash;
  /** CouchDB names attachments by their MD5; the server's answer is compared with this one. */
  readonly md5: Hash;
  readonly chunks: number[];
  position: number;
  bytes: number;
};

/** Encrypted files of bytes that the server does not have yet. Calls run in the order they were made. */
export class BlobStore {
  readonly #folder: string;
  readonly #key: Uint8Array;
  readonly #queue = createSerialQueue();
  readonly #writing = new Map<string, Writing>();

  private constructor(folder: string, key: Uint8Array) {
    this.#folder = folder;
    this.#key = key;
  }

  /** Removes what a crash left unfinished: it was never acknowledged. */
  static async open(folder: string, key: Uint8Array): Promise<BlobStore> {
    await makeFolder(folder);
    for (const name of await readdir(folder)) {
      if (name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
    }
    return new BlobStore(folder, key);
  }

  /** A store that is only read: a dead profile's files stay as they were found. */
  static toRead(folder: string, key: Uint8Array): Pick<BlobStore, 'read' | 'list'> {
    return new BlobStore(folder, key);
  }

  /** Chunks come in order; one at offset 0 begins anew. The hash is answered once the whole file is on the disk. */
  write(
    key: string,
    offset: number,
    chunk: Uint8Array,
    last: boolean,
  ): Promise<Result<{ bytes: number; sha256?: string; md5?: string }, BlobFailure>> {
    return this.#queue(async () => {
      if (chunk.length > MAX_CHUNK_BYTES) return err({ code: 'too_large' });
      const name = blobFileName(key);
      try {
        if (offset === 0) await this.#begin(name);
        const writing = this.#writing.get(name);
        if (writing?.bytes !== offset) return err({ code: 'bad_offset', detail: String(writing?.bytes ?? 0) });
        await this.#addChunk(name, writing, chunk);
        return ok(last ? await this.#finish(name, key, writing) : { bytes: writing.bytes });
      } catch (error) {
        await this.#abandon(name).catch(() => undefined);
        return err({ code: 'write_failed', detail: errnoOf(error) });
      }
    });
  }

  read(key: string, offset: number): Promise<Result<{ bytes: Uint8Array<ArrayBuffer>; total: number }, BlobFailure>> {
    const name = blobFileName(key);
    return this.#queue(() =>
      this.#withFile<Result<{ bytes: Uint8Array<ArrayBuffer>; total: number }, BlobFailure>>(name, async (file) => {
        if (file === undefined) return err({ code: 'not_found' });
        const summary = await readSummary(file, this.#key, name);
        const bytes = summary && (await readPlain(file, this.#key, name, summary, offset, MAX_CHUNK_BYTES));
        return summary && bytes ? ok({ bytes, total: summary.bytes }) : err({ code: 'damaged' });
      }),
    );
  }

  /** The finished blobs. One whose file is damaged is left out and stays on the disk. */
  list(): Promise<{ key: string; bytes: number }[]> {
    return this.#queue(async () => {
      const blobs: { key: string; bytes: number }[] = [];
      for (const fileName of (await readdir(this.#folder)).sort()) {
        if (!fileName.endsWith(FINISHED)) continue;
        const name = fileName.slice(0, -FINISHED.length);
        const summary = await this.#withFile(name, (file) =>
          file ? readSummary(file, this.#key, name) : Promise.resolve(undefined),
        );
        if (summary) blobs.push({ key: summary.key, bytes: summary.bytes });
      }
      return blobs;
    });
  }

  /** Also ends a writing of the key. Dropping what is not there is no failure. */
  drop(key: string): Promise<Result<undefined, BlobFailure>> {
    return this.#queue(async () => {
      const name = blobFileName(key);
      try {
        await this.#abandon(name);
        await rm(join(this.#folder, name + FINISHED), { force: true });
        return ok(undefined);
      } catch (error) {
        return err({ code: 'write_failed', detail: errnoOf(error) });
      }
    });
  }

  async #begin(name: string): Promise<void> {
    await this.#abandon(name);
    const file = await open(join(this.#folder, name + UNFINISHED), 'w', 0o600);
    this.#writing.set(name, {
      file,
      hash: createHash('sha256'),
      md5: createHash('md5'),
      chunks: [],
      position: BLOB_MAGIC.length,
      bytes: 0,
    });
    await writeAll(file, BLOB_MAGIC, 0);
  }

  async #addChunk(name: string, writing: Writing, chunk: Uint8Array): Promise<void> {
    const sealed = sealChunk(this.#key, name, writing.chunks.length, chunk);
    await writeAll(writing.file, sealed, writing.position);
    writing.hash.update(chunk);
    writing.md5.update(chunk);
    writing.chunks.push(chunk.length);
    writing.position += sealed.length;
    writing.bytes += chunk.length;
  }

  async #finish(name: string, key: string, writing: Writing): Promise<{ bytes: number; sha256: string; md5: string }> {
    const { bytes, chunks } = writing;
    const [sha256, md5] = [writing.hash.digest('hex'), writing.md5.digest('base64')];
    await writeAll(writing.file, encodeSummary(this.#key, name, { key, bytes, sha256, chunks }), writing.position);
    await writing.file.sync();
    this.#writing.delete(name);
    await writing.file.close();
    await renameOver(join(this.#folder, name + UNFINISHED), join(this.#folder, name + FINISHED));
    await syncFolder(this.#folder);
    return { bytes, sha256, md5 };
  }

  async #abandon(name: string): Promise<void> {
    const writing = this.#writing.get(name);
    this.#writing.delete(name);
    await writing?.file.close();
    await rm(join(this.#folder, name + UNFINISHED), { force: true });
  }

  async #withFile<T>(name: string, use: (file: FileHandle | undefined) => Promise<T>): Promise<T> {
    const file = await open(join(this.#folder, name + FINISHED), 'r').catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    try {
      return await use(file);
    } finally {
      await file?.close();
    }
  }
}
