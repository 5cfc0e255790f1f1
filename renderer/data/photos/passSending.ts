import type { BlobRow } from '../tables.ts';

import { findSendable, type Sendable } from './blobRows.ts';
import type { Unproved } from './confirmations.ts';
import { GaveWay } from './giveWay.ts';
import type { PassWatch } from './passEnd.ts';
import type { PassOutcomes } from './passOutcomes.ts';
import { targetOf, type PassParts } from './passParts.ts';
import { sendBlob } from './remoteBlob.ts';
import { watchedSend } from './watchedSend.ts';

/** An upload is cut for a record at most so often; then it goes through. */
const CUTS = 2;

/** What becomes of a file that was sent: it has to be proved, or its place in the queue is to be found anew. */
export type AfterSending = { readonly prove: (file: Unproved) => void; readonly again: () => void };

/**
 * Sends one file after the other: the bytes of one at a time, while the server may still think about the one before and
 * the next is read.
 */
export class PassSending {
  readonly #parts: PassParts;
  readonly #watch: PassWatch;
  readonly #outcomes: PassOutcomes;
  readonly #after: AfterSending;
  readonly #ready = new Map<string, Promise<Sendable | undefined>>();
  readonly #underWay = new Set<string>();
  #before: Promise<void> = Promise.resolve();

  constructor(parts: PassParts, watch: PassWatch, outcomes: PassOutcomes, after: AfterSending) {
    this.#parts = parts;
    this.#watch = watch;
    this.#outcomes = outcomes;
    this.#after = after;
  }

  /** Whether the file's answer is still to come. */
  has(key: string): boolean {
    return this.#underWay.has(key);
  }

  /** Resolves when no answer is to come any more. */
  settled(): Promise<void> {
    return this.#before;
  }

  /** Resolves when all bytes of the file are up, or it ended otherwise, and the file before it has its answer. */
  async send(row: BlobRow, next: BlobRow | undefined): Promise<void> {
    const bytes = await this.#bytesOf(row);
    if (next !== undefined) void this.#bytesOf(next).catch(() => undefined); // whoever sends it meets the same
    this.#ready.delete(row.key);
    if (bytes === undefined) {
      await this.#outcomes.refused(row, { code: 'bytes_lost', reason: '' });
      return;
    }
    this.#parts.progress.begin(row);
    this.#underWay.add(row.key);
    let isUp = (): void => undefined;
    const up = new Promise<void>((resolve) => {
      isUp = resolve;
    });
    const answered = this.#answerOf(row, bytes, isUp).finally(() => this.#underWay.delete(row.key));
    await Promise.race([up, answered]);
    await this.#before;
    this.#before = answered;
  }

  /** Never rejects. After an unclear end the server may have the file: it is asked before the file goes again. */
  async #answerOf(row: BlobRow, bytes: Sendable, isUp: () => void): Promise<void> {
    const { memory } = this.#parts;
    try {
      const sent = await this.#upload(row, bytes, isUp);
      memory.lastCut = undefined;
      if (sent.ok) {
        const mark = { key: row.key, bytes: bytes.blob.size, digest: bytes.digest };
        this.#after.prove({ row, mark, sent: sent.value });
      } else await this.#outcomes.failed(row, sent.error);
    } catch (error) {
      memory.asked.delete(row.key);
      this.#after.again();
      if (error instanceof GaveWay) {
        memory.cuts.set(row.key, (memory.cuts.get(row.key) ?? 0) + 1);
        return;
      }
      // A line that fails twice under the same file may fail under this one only: the others are tried.
      if (memory.lastCut === row.key) memory.setbacks.add(row.key, Date.now());
      memory.lastCut = row.key;
      this.#watch.stopFor(error);
    }
  }

  #upload(row: BlobRow, { blob }: Sendable, isUp: () => void): ReturnType<typeof sendBlob> {
    const { ctx, remote, authorization, memory, giveWay, progress } = this.#parts;
    const mayCut = (memory.cuts.get(row.key) ?? 0) < CUTS;
    return giveWay.beside(mayCut, (signal) => {
      const send = watchedSend(remote, authorization, {
        signal,
        onProgress: (bytes) => progress.sent(row.key, bytes),
        isUp,
      });
      const device = row.device ?? ctx.runtime.device;
      return sendBlob(send, targetOf(this.#parts, row.db), { key: row.key, blob, by: row.by, device });
    });
  }

  #bytesOf(row: BlobRow): Promise<Sendable | undefined> {
    const reading = this.#ready.get(row.key) ?? findSendable(this.#parts.ctx, row);
    this.#ready.set(row.key, reading);
    return reading;
  }
}
