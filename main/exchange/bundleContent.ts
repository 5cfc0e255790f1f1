import type { FileHandle } from 'node:fs/promises';

import type { z } from 'zod';

import {
  bundleBlob,
  bundleEvent,
  bundleGap,
  bundleHeader,
  bundleSeal,
  sealText,
  type BundleBlob,
  type BundleEvent,
  type BundleGap,
  type BundleHeader,
} from '#shared/exchange/bundleFormat.ts';
import { MAX_BYTES_RECORD, type BundleRecord } from '#shared/exchange/bundleRecords.ts';

import { BundleError } from './bundleError.ts';
import { contentKey, readRecords, type HashedRecord, type Opening } from './bundleReader.ts';
import { isSignedBy, keyIdOf, type KeyPair } from './curve.ts';

/** What stands in a bundle, in order. `blobEnd`: all bytes of the last blob have come; `blobLost`: they will not. */
export type BundleItem =
  | { readonly is: 'header'; readonly header: BundleHeader }
  | { readonly is: 'event'; readonly event: BundleEvent }
  | { readonly is: 'gap'; readonly gap: BundleGap }
  | { readonly is: 'blob'; readonly blob: BundleBlob }
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  | { readonly is: 'blobEnd'; readonly blob: BundleBlob }
  | { readonly is: 'blobLost'; readonly blob: BundleBlob }
  | { readonly is: 'sealed' };

/**
 * Reads a bundle to its end and proves it: order, counts, sizes, and the signature over all of it. What is yielded before
 * `sealed` is not proved yet. Throws `BundleError` as `readRecords`, and `bundle_forged` for a wrong signature.
 */
export async function* readContent(
  file: FileHandle,
  opening: Opening,
  pair: KeyPair,
  onBytes?: (done: number) => void,
): AsyncGenerator<BundleItem, void, undefined> {
  const key = contentKey(opening, keyIdOf(pair.publicKey), pair);
  const order = new Order(pair);
  for await (const record of readRecords(file, opening, key, onBytes)) yield* order.take(record);
  order.assertSealed();
}

/** Follows the order that a bundle's records must have. */
class Order {
  readonly #pair: KeyPair;
  readonly #counts = { events: 0, blobs: 0, bytes: 0 };
  #header: BundleHeader | undefined;
  #blob: { readonly blob: BundleBlob; readonly left: number } | undefined;
  #isSealed = false;

  constructor(pair: KeyPair) {
    this.#pair = pair;
  }

  *take(record: HashedRecord): Generator<BundleItem, void, undefined> {
    const isFirst = this.#header === undefined;
    if (this.#isSealed || isFirst !== (record.kind === 'header')) throw new BundleError('bundle_damaged');
    const isBytes = record.kind === 'bytes';
    // A gap ends a blob whose file turned out to be damaged in its middle.
    if (this.#blob === undefined ? isBytes : !isBytes && record.kind !== 'gap') throw new BundleError('bundle_damaged');
    switch (record.kind) {
      case 'header':
        yield { is: 'header', header: this.#takeHeader(record) };
        return;
      case 'event':
        this.#counts.events += 1;
        yield { is: 'event', event: json(bundleEvent, record) };
        return;
      case 'gap':
        yield* this.#takeGap(json(bundleGap, record));
        return;
      case 'blob':
        yield* this.#takeBlob(json(bundleBlob, record));
        return;
      case 'bytes':
        yield* this.#takeBytes(record.payload);
        return;
      case 'seal':
        this.#takeSeal(record);
        yield { is: 'sealed' };
    }
  }

  assertSealed(): void {
    if (!this.#isSealed) throw new BundleError('bundle_damaged');
  }

  #takeHeader(record: BundleRecord): BundleHeader {
    const header = json(bundleHeader, record);
    // Only the recovery key itself may speak for a device that is dead.
    const isRecovery = keyIdOf(header.publicKey) === keyIdOf(this.#pair.publicKey);
    if ((header.signer === 'recovery') !== isRecovery) throw new BundleError('bundle_forged');
    this.#header = header;
    return header;
  }

  *#takeBlob(blob: BundleBlob): Generator<BundleItem, void, undefined> {
    this.#counts.blobs += 1;
    this.#counts.bytes += blob.bytes;
    yield { is: 'blob', blob };
    if (blob.bytes === 0) yield { is: 'blobEnd', blob };
    else this.#blob = { blob, left: blob.bytes };
  }

  *#takeGap(gap: BundleGap): Generator<BundleItem, void, undefined> {
    const current = this.#blob?.blob;
    if (current !== undefined) {
      if (current.key !== gap.key) throw new BundleError('bundle_damaged');
      this.#blob = undefined;
      this.#counts.blobs -= 1;
      this.#counts.bytes -= current.bytes;
      yield { is: 'blobLost', blob: current };
    }
    yield { is: 'gap', gap };
  }

  *#takeBytes(bytes: Uint8Array): Generator<BundleItem, void, undefined> {
    const current = this.#blob;
    if (current === undefined || bytes.length === 0 || bytes.length > Math.min(current.left, MAX_BYTES_RECORD))
      throw new BundleError('bundle_damaged');
    yield { is: 'bytes', bytes };
    const left = current.left - bytes.length;
    this.#blob = left === 0 ? undefined : { blob: current.blob, left };
    if (left === 0) yield { is: 'blobEnd', blob: current.blob };
  }

  #takeSeal(record: HashedRecord): void {
    const seal = json(bundleSeal, record);
    const { events, blobs, bytes } = this.#counts;
    const isCounted = seal.counts.events === events && seal.counts.blobs === blobs && seal.counts.bytes === bytes;
    if (!isCounted || seal.hash !== record.hashBefore()) throw new BundleError('bundle_damaged');
    if (this.#header === undefined || !isSignedBy(this.#header.publicKey, sealText(seal.hash), seal.signature))
      throw new BundleError('bundle_forged');
    this.#isSealed = true;
  }
}

function json<S extends z.ZodType>(schema: S, { payload }: BundleRecord): z.infer<S> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    return schema.parse(value);
  } catch {
    // It decrypted, so it is what its maker wrote: a maker that does not keep to the format.
    throw new BundleError('bundle_damaged');
  }
}
