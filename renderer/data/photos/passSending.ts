import type { BlobRow } from '../tables.ts';

import { findSendable, type Sendable } from './blobRows.ts';
import type { Unproved } from './confirmations.ts';
import { GaveWay } from './giveWay.ts';
import type { PassOutcomes } from './passOutcomes.ts';
import { targetOf, type PassParts } from './passParts.ts';
import { sendBlob } from './remoteBlob.ts';
import { watchedSend } from './watchedSend.ts';

/** An upload is cut for a record at most so often; then it goes through. */
const CUTS = 2;

/** Sends one file after the other; the next one is read while one is on its way, so that two at most are open. */
export class PassSending {
  readonly #parts: PassParts;
  readonly #outcomes: PassOutcomes;
  readonly #ready = new Map<string, Promise<Sendable | undefined>>();

  constructor(parts: PassParts, outcomes: PassOutcomes) {
    this.#parts = parts;
    this.#outcomes = outcomes;
  }

  /**
   * Sends a file; answers it when it has to be proved now. `gave_way`: it was cut for a record and goes again. Throws
   * when the line failed; the server may have the file all the same and is asked before it goes again.
   */
  async send(row: BlobRow, next: BlobRow | undefined): Promise<Unproved | 'gave_way' | undefined> {
    const { memory, progress } = this.#parts;
    const bytes = await this.#bytesOf(row);
    if (next !== undefined) void this.#bytesOf(next).catch(() => undefined); // whoever sends it meets the same
    this.#ready.delete(row.key);
    if (bytes === undefined) {
      await this.#outcomes.refused(row, { code: 'bytes_lost', reason: '' });
      return undefined;
    }
    progress.begin(row);
    try {
      const sent = await this.#upload(row, bytes);
      memory.lastCut = undefined;
      if (!sent.ok) {
        await this.#outcomes.failed(row, sent.error);
        return undefined;
      }
      return { row, mark: { key: row.key, bytes: bytes.blob.size, digest: bytes.digest }, sent: sent.value };
    } catch (error) {
      memory.asked.delete(row.key);
      if (error instanceof GaveWay) {
        memory.cuts.set(row.key, (memory.cuts.get(row.key) ?? 0) + 1);
        return 'gave_way';
      }
      // A line that fails twice under the same file may fail under this one only: the others are tried.
      if (memory.lastCut === row.key) memory.setbacks.add(row.key, Date.now());
      memory.lastCut = row.key;
      throw error;
    }
  }

  #upload(row: BlobRow, { blob }: Sendable): ReturnType<typeof sendBlob> {
    const { ctx, remote, authorization, memory, giveWay, progress } = this.#parts;
    const mayCut = (memory.cuts.get(row.key) ?? 0) < CUTS;
    return giveWay.beside(mayCut, (signal) => {
      const send = watchedSend(remote, authorization, { signal, onProgress: (bytes) => progress.sent(bytes) });
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
