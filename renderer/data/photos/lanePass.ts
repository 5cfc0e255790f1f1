import type { BlobRow } from '../tables.ts';

import { findSendable } from './blobRows.ts';
import { Confirmations, isThere } from './confirmations.ts';
import { byLane } from './laneOrder.ts';
import { isAboutAll, PassWatch, type PassEnd } from './passEnd.ts';
import { PassOutcomes } from './passOutcomes.ts';
import { targetOf, type PassParts } from './passParts.ts';
import { PassSending } from './passSending.ts';
import { stubsOf } from './serverLeaves.ts';

/** How many files one question to the server names at most. */
const ASK_KEYS = 100;

/** One way along everything that waits, as one person: a file at a time, its proof while the next is on its way. */
export class LanePass {
  readonly #parts: PassParts;
  readonly #watch = new PassWatch();
  readonly #outcomes: PassOutcomes;
  readonly #sending: PassSending;
  readonly #confirmations: Confirmations;
  #queue: BlobRow[] = [];
  #isStale = true;

  constructor(parts: PassParts) {
    this.#parts = parts;
    this.#outcomes = new PassOutcomes(parts, this.#watch);
    this.#confirmations = new Confirmations((files) => this.#outcomes.prove(files));
    this.#sending = new PassSending(parts, this.#watch, this.#outcomes, {
      prove: (file) => {
        this.#confirmations.add(file);
      },
      again: () => {
        this.#isStale = true;
      },
    });
  }

  /** Something new may wait: it is put in its place before the next file goes. */
  refresh(): void {
    this.#isStale = true;
  }

  async run(): Promise<PassEnd> {
    const { ctx, authorization, giveWay } = this.#parts;
    while (this.#watch.end === undefined && ctx.session.authorization === authorization) {
      try {
        const row = await this.#take();
        if (row === undefined) break;
        await giveWay.wait();
        await this.#sending.send(row, this.#queue[0]);
        if (this.#queue.length === 0) await this.#sending.settled(); // it may have to go again
      } catch (error) {
        this.#isStale = true;
        this.#watch.stopFor(error);
      }
    }
    await this.#sending.settled();
    await this.#confirmations.settled();
    return this.#watch.end ?? { is: 'dry' };
  }

  /** The next file to send: not one that failed a moment ago, and not one that the server has already. */
  async #take(): Promise<BlobRow | undefined> {
    const { memory } = this.#parts;
    for (;;) {
      if (this.#isStale) await this.#fill();
      const row = this.#queue[0];
      if (row === undefined) return undefined;
      if (memory.asked.has(row.key)) return this.#queue.shift();
      await this.#askFirst(row.db);
      if (this.#watch.end !== undefined) return undefined;
    }
  }

  async #fill(): Promise<void> {
    const { ctx, user, memory, progress } = this.#parts;
    this.#isStale = false;
    const all = await ctx.db.blobs.where('state').equals('waiting').toArray();
    const own = all.filter((row) => ctx.session.isCarrier || row.by === user);
    const nowMs = Date.now();
    this.#queue = own.filter(({ key }) => !this.#isInHand(key) && !memory.setbacks.holds(key, nowMs)).sort(byLane);
    progress.expect(own);
  }

  /** On its way, or sent and not yet proved. */
  #isInHand(key: string): boolean {
    return this.#sending.has(key) || this.#confirmations.has(key);
  }

  /** What an earlier attempt with an unclear end has brought there already is not sent again. */
  async #askFirst(db: string): Promise<void> {
    const { ctx, memory, remote } = this.#parts;
    const rows = this.#queue.filter((row) => row.db === db && !memory.asked.has(row.key)).slice(0, ASK_KEYS);
    const stubs = await stubsOf(
      (url, init) => remote.guarded(url, init),
      targetOf(this.#parts, db),
      rows.map(({ key }) => key),
    );
    for (const { key } of rows) memory.asked.add(key);
    if (!stubs.ok) {
      // What the server says to a question about many files is no refusal of any of them.
      if (isAboutAll(stubs.error)) this.#watch.pauseFor(stubs.error);
      return;
    }
    const there: BlobRow[] = [];
    for (const row of rows) {
      const leaf = stubs.value.get(row.key);
      if (leaf === undefined || row.partly === true) continue;
      const digest = row.digest ?? (await findSendable(ctx, row))?.digest;
      if (digest !== undefined && isThere(leaf, { key: row.key, bytes: row.bytes, digest })) there.push(row);
    }
    await this.#outcomes.delivered(there);
    this.#queue = this.#queue.filter((row) => !there.includes(row));
  }
}
