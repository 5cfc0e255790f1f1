import { err, type Result } from '#shared/kernel/result.ts';

import { isWholeNow } from '../outbox/confirm.ts';
import { keepRefusedBlob } from '../outbox/settle.ts';
import type { BlobRow } from '../tables.ts';

import { forgetBlobs } from './blobNotes.ts';
import { prove, type Unproved } from './confirmations.ts';
import type { PassWatch } from './passEnd.ts';
import { targetOf, type PassParts } from './passParts.ts';
import type { BlobDelivery } from './remoteBlob.ts';
import { refusalOf, type BlobRefusal } from './serverAnswer.ts';

/** What became of the files of a pass: each is delivered, set back for a while, or refused. */
export class PassOutcomes {
  readonly #parts: PassParts;
  readonly #watch: PassWatch;

  constructor(parts: PassParts, watch: PassWatch) {
    this.#parts = parts;
    this.#watch = watch;
  }

  /** Has files that were sent proved and acts on it; never rejects. */
  async prove(files: readonly Unproved[]): Promise<void> {
    const { remote, memory, giveWay } = this.#parts;
    try {
      await giveWay.aside();
      for (const db of new Set(files.map(({ row }) => row.db))) {
        const ofDatabase = files.filter(({ row }) => row.db === db);
        const delivered: BlobRow[] = [];
        const fetcher = (url: string, init: RequestInit): Promise<Response> => remote.guarded(url, init);
        for (const { row, result } of await prove(fetcher, targetOf(this.#parts, db), ofDatabase)) {
          const sure = await this.#sure(row, result);
          if (sure.ok) delivered.push(row);
          else await this.failed(row, sure.error);
        }
        await this.delivered(delivered);
      }
    } catch (error) {
      for (const { row } of files) memory.asked.delete(row.key);
      this.#watch.stopFor(error);
    }
  }

  /** A server that once took it with too few of its nodes says it has it while the others are away. */
  async #sure(row: BlobRow, result: Result<BlobDelivery, BlobRefusal>): Promise<Result<BlobDelivery, BlobRefusal>> {
    const { ctx, remote, authorization } = this.#parts;
    if (!result.ok || result.value.is === 'stored') return result;
    if ((await ctx.db.blobs.get(row.key))?.partly !== true) return result;
    if (await isWholeNow(remote, authorization, row.db, ctx.runtime.device)) return result;
    return err(refusalOf(202, 'the server is not whole'));
  }

  /** The server verifiably has these: one write for all of them, the notes last. */
  async delivered(rows: readonly BlobRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { ctx, memory, progress } = this.#parts;
    const changes = {
      state: 'server',
      reason: undefined,
      rule: undefined,
      since: undefined,
      partly: undefined,
    } as const;
    await ctx.db.blobs.bulkUpdate(rows.map(({ key }) => ({ key, changes })));
    await forgetBlobs(
      ctx,
      rows.map(({ key }) => key),
    );
    this.#watch.works();
    for (const row of rows) {
      memory.setbacks.forget(row.key);
      memory.cuts.delete(row.key);
      progress.done(row);
    }
  }

  /** The server did not take it: refused for good, or tried again after a while. */
  async failed(row: BlobRow, refusal: BlobRefusal): Promise<void> {
    const { ctx, memory } = this.#parts;
    memory.asked.delete(row.key);
    if (refusal.code === 'unauthorized' || refusal.code === 'account_locked') {
      this.#watch.pauseFor(refusal);
      return;
    }
    if (!refusal.retry) {
      this.#watch.works();
      await this.refused(row, refusal);
      return;
    }
    // In the row: seeing the file there proves little, and a restart must not forget that.
    if (refusal.status === 202) await ctx.db.blobs.update(row.key, { partly: true });
    memory.setbacks.add(row.key, Date.now());
    this.#watch.failed(refusal);
  }

  async refused(row: BlobRow, why: Parameters<typeof keepRefusedBlob>[2]): Promise<void> {
    const { ctx, progress } = this.#parts;
    await keepRefusedBlob(ctx, row.key, why);
    progress.refused(row);
  }
}
