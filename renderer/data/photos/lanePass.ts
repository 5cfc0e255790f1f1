import type { Context } from '../context.ts';
import { showSending, showSent } from '../outbox/sending.ts';
import { keepRefusedBlob } from '../outbox/settle.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { SignInProblem } from '../status.ts';
import type { BlobRow } from '../tables.ts';

import { forgetBlob } from './blobNotes.ts';
import { findSendable, type Sendable } from './blobRows.ts';
import { Confirmations, isThere, prove, type Unproved } from './confirmations.ts';
import { GaveWay, type GiveWay } from './giveWay.ts';
import { byLane } from './laneOrder.ts';
import type { LaneProgress } from './laneProgress.ts';
import type { Setbacks } from './patience.ts';
import { sendBlob } from './remoteBlob.ts';
import type { BlobRefusal } from './serverAnswer.ts';
import { stubsOf, type BlobTarget } from './serverLeaves.ts';
import { upload } from './upload.ts';

/** How many files one question to the server names at most. */
const ASK_KEYS = 100;
/** So many different files that fail one after the other mean the server, not the files. */
const FAILURES_IN_A_ROW = 3;
/** Problems after which nothing is sent until somebody types, or until a closed account opens. */
const ASKS_PERSON = new Set<SignInProblem>(['wrong_password', 'password_changed', 'account_locked']);
/** An upload is cut for a record at most so often; then it goes through. */
const CUTS = 2;

/** What the lane remembers of files from one pass to the next. */
export type LaneMemory = {
  readonly setbacks: Setbacks;
  /** Files that the server was asked about since they last ended unclearly: only those are sent. */
  readonly asked: Set<string>;
  /** Files that a server which is not whole took (202): seeing them there proves little. */
  readonly doubted: Set<string>;
  /** How often a file was cut for a record. */
  readonly cuts: Map<string, number>;
  /** The file that the line failed under last. */
  lastCut?: string | undefined;
};

/** Why a pass ended. `dry`: nothing more can go now. `closed`: only a person can go on. */
export type PassEnd =
  | { readonly is: 'dry' }
  | { readonly is: 'offline'; readonly problem: SignInProblem }
  | { readonly is: 'busy'; readonly retryAfterMs: number | undefined }
  | { readonly is: 'closed'; readonly problem: SignInProblem }
  | { readonly is: 'broken'; readonly detail: string };

type Parts = {
  readonly ctx: Context;
  readonly remote: Remote;
  readonly authorization: string;
  readonly user: string;
  readonly memory: LaneMemory;
  readonly giveWay: GiveWay;
  readonly progress: LaneProgress;
};

/** One way along everything that waits, as one person: a file at a time, its proof while the next is on its way. */
export class LanePass {
  readonly #parts: Parts;
  readonly #confirmations = new Confirmations((files) => this.#prove(files));
  readonly #ready = new Map<string, Promise<Sendable | undefined>>();
  #queue: BlobRow[] = [];
  #isStale = true;
  #failures = 0;
  #end: PassEnd | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something new may wait: it is put in its place before the next file goes. */
  refresh(): void {
    this.#isStale = true;
  }

  async run(): Promise<PassEnd> {
    const { ctx, authorization, giveWay } = this.#parts;
    while (this.#ended() === undefined && ctx.session.authorization === authorization) {
      try {
        const row = await this.#take();
        if (row === undefined) break;
        await giveWay.wait();
        await this.#send(row);
      } catch (error) {
        this.#stopFor(error);
      }
    }
    await this.#confirmations.settled();
    await showSent(ctx, 'sendingBlobs');
    return this.#ended() ?? { is: 'dry' };
  }

  /** A method, so that the compiler does not take the field for what it was before an `await`. */
  #ended(): PassEnd | undefined {
    return this.#end;
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
      if (this.#end !== undefined) return undefined;
    }
  }

  async #fill(): Promise<void> {
    const { ctx, user, memory, progress } = this.#parts;
    this.#isStale = false;
    const all = await ctx.db.blobs.where('state').equals('waiting').toArray();
    const own = all.filter((row) => ctx.session.isCarrier || row.by === user);
    const nowMs = Date.now();
    this.#queue = own
      .filter(({ key }) => !this.#confirmations.has(key) && !memory.setbacks.holds(key, nowMs))
      .sort(byLane);
    progress.expect(own);
  }

  /** What an earlier attempt with an unclear end has brought there already is not sent again. */
  async #askFirst(db: string): Promise<void> {
    const { ctx, memory } = this.#parts;
    const rows = this.#queue.filter((row) => row.db === db && !memory.asked.has(row.key)).slice(0, ASK_KEYS);
    const stubs = await stubsOf(
      this.#fetch,
      this.#target(db),
      rows.map(({ key }) => key),
    );
    for (const { key } of rows) memory.asked.add(key);
    if (!stubs.ok) {
      // What the server says to a question about many files is no refusal of any of them.
      if (isAboutAll(stubs.error)) this.#pauseFor(stubs.error);
      return;
    }
    for (const row of rows) {
      const leaf = stubs.value.get(row.key);
      if (leaf === undefined || memory.doubted.has(row.key)) continue;
      const digest = row.digest ?? (await findSendable(ctx, row))?.digest;
      if (digest === undefined || !isThere(leaf, { key: row.key, bytes: row.bytes, digest })) continue;
      await this.#delivered(row);
      this.#queue = this.#queue.filter(({ key }) => key !== row.key);
    }
  }

  async #send(row: BlobRow): Promise<void> {
    const { ctx, remote, authorization, memory, giveWay, progress } = this.#parts;
    const bytes = await this.#bytesOf(row);
    const next = this.#queue[0];
    if (next !== undefined) void this.#bytesOf(next).catch(() => undefined); // read while this one is on its way
    this.#ready.delete(row.key);
    if (bytes === undefined) {
      await this.#refuse(row, { code: 'bytes_lost', reason: '' });
      return;
    }
    progress.begin(row);
    await showSending(ctx, 'sendingBlobs', [row.key]);
    const mayCut = (memory.cuts.get(row.key) ?? 0) < CUTS;
    try {
      const sent = await giveWay.beside(mayCut, (signal) =>
        sendBlob(
          (url, headers, body) =>
            remote.throughGate(authorization, () =>
              upload(url, { headers, body, signal, onProgress: (sentBytes) => progress.sent(sentBytes) }).catch(
                async (error: unknown) => {
                  throw error instanceof GaveWay ? error : await remote.problemBehind(error, url);
                },
              ),
            ),
          this.#target(row.db),
          { key: row.key, blob: bytes.blob, by: row.by, device: row.device ?? ctx.runtime.device },
        ),
      );
      memory.lastCut = undefined;
      if (!sent.ok) await this.#failed(row, sent.error);
      else {
        const mark = { key: row.key, bytes: bytes.blob.size, digest: bytes.digest };
        this.#confirmations.add({ row, mark, sent: sent.value });
      }
    } catch (error) {
      // The server may have it all the same: it is asked before the file goes again.
      memory.asked.delete(row.key);
      this.#isStale = true;
      if (error instanceof GaveWay) {
        memory.cuts.set(row.key, (memory.cuts.get(row.key) ?? 0) + 1);
        return;
      }
      // A line that fails twice under the same file may fail under this one only: the others are tried.
      if (memory.lastCut === row.key) memory.setbacks.add(row.key, Date.now());
      memory.lastCut = row.key;
      throw error;
    }
  }

  #bytesOf(row: BlobRow): Promise<Sendable | undefined> {
    const reading = this.#ready.get(row.key) ?? findSendable(this.#parts.ctx, row);
    this.#ready.set(row.key, reading);
    return reading;
  }

  async #prove(files: readonly Unproved[]): Promise<void> {
    try {
      for (const db of new Set(files.map(({ row }) => row.db))) {
        const ofDatabase = files.filter(({ row }) => row.db === db);
        for (const { row, result } of await prove(this.#fetch, this.#target(db), ofDatabase)) {
          if (result.ok) await this.#delivered(row);
          else await this.#failed(row, result.error);
        }
      }
    } catch (error) {
      for (const { row } of files) this.#parts.memory.asked.delete(row.key);
      this.#stopFor(error);
    }
  }

  async #delivered(row: BlobRow): Promise<void> {
    const { ctx, memory, progress } = this.#parts;
    await ctx.db.blobs.update(row.key, { state: 'server', reason: undefined, rule: undefined, since: undefined });
    await forgetBlob(ctx, row.key);
    memory.setbacks.forget(row.key);
    memory.doubted.delete(row.key);
    memory.cuts.delete(row.key);
    this.#failures = 0;
    progress.done(row);
  }

  async #failed(row: BlobRow, refusal: BlobRefusal): Promise<void> {
    const { memory } = this.#parts;
    memory.asked.delete(row.key);
    if (refusal.code === 'unauthorized' || refusal.code === 'account_locked') {
      this.#pauseFor(refusal);
      return;
    }
    if (!refusal.retry) {
      this.#failures = 0;
      await this.#refuse(row, refusal);
      return;
    }
    if (refusal.status === 202) memory.doubted.add(row.key);
    memory.setbacks.add(row.key, Date.now());
    this.#failures += 1;
    if (isAboutAll(refusal) || this.#failures >= FAILURES_IN_A_ROW) this.#pauseFor(refusal);
  }

  async #refuse(row: BlobRow, why: Parameters<typeof keepRefusedBlob>[2]): Promise<void> {
    const { ctx, progress } = this.#parts;
    await keepRefusedBlob(ctx, row.key, why);
    progress.refused(row);
  }

  #pauseFor({ code, retryAfterMs }: BlobRefusal): void {
    if (code === 'unauthorized') this.#end = { is: 'closed', problem: 'wrong_password' };
    else if (code === 'account_locked') this.#end = { is: 'closed', problem: 'account_locked' };
    else this.#end ??= { is: 'busy', retryAfterMs };
  }

  #stopFor(error: unknown): void {
    if (error instanceof RemoteProblem)
      this.#end ??= { is: ASKS_PERSON.has(error.problem) ? 'closed' : 'offline', problem: error.problem };
    else this.#end ??= { is: 'broken', detail: String(error) };
  }

  #target(db: string): BlobTarget {
    return { databaseUrl: `${this.#parts.remote.url}/${db}`, authorization: this.#parts.authorization };
  }

  readonly #fetch = (url: string, init: RequestInit): Promise<Response> => this.#parts.remote.guarded(url, init);
}

/** Answers that speak of the server or the account, not of a file. */
function isAboutAll({ code, status, retryAfterMs }: BlobRefusal): boolean {
  const isBusy = status === 429 || status === 503 || retryAfterMs !== undefined;
  return code === 'unauthorized' || code === 'account_locked' || isBusy;
}
