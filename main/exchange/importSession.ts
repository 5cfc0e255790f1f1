import { open, type FileHandle } from 'node:fs/promises';

import type { BundleBlob, BundleEvent, BundleGap, BundleHeader } from '#shared/exchange/bundleFormat.ts';

import { errnoOf } from '../files/durable.ts';
import type { BlobStore } from '../journal/blobStore.ts';

import { readContent } from './bundleContent.ts';
import { BundleError } from './bundleError.ts';
import type { Opening } from './bundleReader.ts';
import type { KeyPair } from './curve.ts';

/** Events handed over in one step, and bytes copied before a step ends. */
const EVENTS_PER_STEP = 200;
const BYTES_PER_STEP = 4 * 1024 * 1024;

/** What a whole and proved bundle holds. */
export type Checked = {
  readonly header: BundleHeader;
  readonly ids: readonly string[];
  readonly blobs: readonly Pick<BundleBlob, 'key' | 'bytes'>[];
  readonly gaps: readonly BundleGap[];
};

/** Reads a bundle to its end and writes nothing. Throws `BundleError` as `readContent`, and `bundle_cancelled`. */
export async function checkBundle(
  path: string,
  opening: Opening,
  pair: KeyPair,
  onBytes: (done: number) => void,
  signal: AbortSignal,
): Promise<Checked> {
  const ids: string[] = [];
  const blobs = new Map<string, Pick<BundleBlob, 'key' | 'bytes'>>();
  const gaps: BundleGap[] = [];
  let header: BundleHeader | undefined;
  const file = await openToRead(path);
  try {
    for await (const item of readContent(file, opening, pair, onBytes)) {
      if (signal.aborted) throw new BundleError('bundle_cancelled');
      if (item.is === 'header') header = item.header;
      else if (item.is === 'event') ids.push(item.event.key);
      else if (item.is === 'gap') gaps.push(item.gap);
      else if (item.is === 'blob') blobs.set(item.blob.key, { key: item.blob.key, bytes: item.blob.bytes });
      else if (item.is === 'blobLost') blobs.delete(item.blob.key);
    }
  } finally {
    await file.close();
  }
  if (header === undefined) throw new BundleError('bundle_damaged');
  return { header, ids, blobs: [...blobs.values()], gaps };
}

/** Opens a file that a person chose. */
export async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw new BundleError('read_failed', errnoOf(error));
  }
}

/**
 * A step of an import: events to keep; a blob that may be taken or left; a taken one goes on; it is on this disk now.
 */
export type ImportStep =
  | { readonly is: 'events'; readonly events: readonly BundleEvent[] }
  | { readonly is: 'blob'; readonly blob: BundleBlob }
  | { readonly is: 'part' }
  | { readonly is: 'kept'; readonly blob: BundleBlob; readonly sha256: string };

/**
 * Hands a checked bundle over, step by step; `next(true)` after a `blob` takes its bytes, which go straight to the files
 * beside the journal. Throws `BundleError`; a blob that was begun is dropped then.
 */
export async function* importSteps(
  file: FileHandle,
  opening: Opening,
  pair: KeyPair,
  store: Pick<BlobStore, 'write' | 'drop'>,
  onBytes: (done: number) => void,
): AsyncGenerator<ImportStep, void, boolean> {
  let events: BundleEvent[] = [];
  let copy: BlobCopy | undefined;
  try {
    for await (const item of readContent(file, opening, pair, onBytes)) {
      if (item.is === 'event') events.push(item.event);
      if (events.length > 0 && (item.is !== 'event' || events.length === EVENTS_PER_STEP)) {
        yield { is: 'events', events };
        events = [];
      }
      if (item.is === 'blob') {
        const isWanted = yield { is: 'blob', blob: item.blob };
        copy = isWanted ? new BlobCopy(store, item.blob) : undefined;
      } else if (copy !== undefined && item.is === 'bytes') {
        if (await copy.add(item.bytes)) yield { is: 'part' };
      } else if (copy !== undefined && item.is === 'blobEnd') {
        const sha256 = await copy.end();
        copy = undefined;
        yield { is: 'kept', blob: item.blob, sha256 };
      } else if (item.is === 'blobLost') {
        await copy?.drop();
        copy = undefined;
      }
    }
  } finally {
    await copy?.drop();
  }
}

/** One blob on its way into the store. */
class BlobCopy {
  readonly #store: Pick<BlobStore, 'write' | 'drop'>;
  readonly #blob: BundleBlob;
  #offset = 0;
  #toldAt = 0;
  #sha256: string | undefined;

  constructor(store: Pick<BlobStore, 'write' | 'drop'>, blob: BundleBlob) {
    this.#store = store;
    this.#blob = blob;
  }

  /** True when it is time to tell how far it is. */
  async add(bytes: Uint8Array): Promise<boolean> {
    const { key, bytes: total } = this.#blob;
    const last = this.#offset + bytes.length === total;
    const answer = await this.#store.write(key, this.#offset, bytes, last);
    if (!answer.ok) throw new BundleError('write_failed', answer.error.detail ?? answer.error.code);
    this.#offset += bytes.length;
    this.#sha256 = answer.value.sha256;
    if (this.#offset - this.#toldAt < BYTES_PER_STEP) return false;
    this.#toldAt = this.#offset;
    return true;
  }

  /** Its SHA-256, once it is on the disk. */
  async end(): Promise<string> {
    if (this.#blob.bytes === 0) await this.add(new Uint8Array(0));
    if (this.#sha256 === undefined) throw new BundleError('write_failed', 'not_whole');
    return this.#sha256;
  }

  async drop(): Promise<void> {
    await this.#store.drop(this.#blob.key);
  }
}
