import type { LaneStatus } from '../status.ts';
import type { BlobRow, XunzhiDatabase } from '../tables.ts';

/** How often screens are told, in milliseconds. */
const TELL_EVERY_MS = 500;
/** How much the newest stretch counts in the speed that the remaining time is told by. */
const NEWEST = 0.3;
/** Stretches shorter than this say nothing of the speed, in milliseconds. */
const STRETCH_MS = 1_000;

/** Counts what the lane has done and has before it, and keeps the row of `meta` that screens watch. */
export class LaneProgress {
  readonly #db: () => XunzhiDatabase;
  #left = new Map<string, number>();
  #doneFiles = 0;
  #doneBytes = 0;
  #sending: { readonly key: string; readonly bytes: number; readonly sentBytes: number } | undefined;
  #bytesPerMs: number | undefined;
  #stretch: { readonly atMs: number; readonly bytes: number } | undefined;
  #end: Pick<LaneStatus, 'phase' | 'problem' | 'retryAt'> = { phase: 'idle' };
  #toldAtMs = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #telling: Promise<unknown> = Promise.resolve();

  constructor(db: () => XunzhiDatabase) {
    this.#db = db;
  }

  /** Everything that waits now; a lane that had been through with all begins to count anew. */
  expect(rows: readonly BlobRow[]): void {
    if (this.#left.size === 0) [this.#doneFiles, this.#doneBytes] = [0, 0];
    this.#left = new Map(rows.map(({ key, bytes }) => [key, bytes]));
  }

  begin({ key, bytes }: BlobRow): void {
    this.#sending = { key, bytes, sentBytes: 0 };
    this.#stretch ??= { atMs: Date.now(), bytes: this.#bytesSent() };
    this.#end = { phase: 'sending' };
    this.#tell(false);
  }

  sent(key: string, sentBytes: number): void {
    if (this.#sending?.key === key) this.#sending = { ...this.#sending, sentBytes };
    this.#measure();
    this.#tell(false);
  }

  done({ key, bytes }: BlobRow): void {
    if (this.#left.delete(key)) {
      this.#doneFiles += 1;
      this.#doneBytes += bytes;
    }
    if (this.#sending?.key === key) this.#sending = undefined;
    this.#measure();
    this.#tell(false);
  }

  refused({ key }: BlobRow): void {
    this.#left.delete(key);
    if (this.#sending?.key === key) this.#sending = undefined;
    this.#tell(false);
  }

  /** The lane rests; resolves when screens can know. */
  async rest(end: Pick<LaneStatus, 'phase' | 'problem' | 'retryAt'>): Promise<void> {
    this.#sending = undefined;
    this.#stretch = undefined;
    this.#end = end;
    this.#tell(true);
    await this.#telling;
  }

  #bytesSent(): number {
    return this.#doneBytes + (this.#sending?.sentBytes ?? 0);
  }

  #measure(): void {
    const nowMs = Date.now();
    if (this.#stretch === undefined || nowMs - this.#stretch.atMs < STRETCH_MS) return;
    const rate = Math.max(0, this.#bytesSent() - this.#stretch.bytes) / (nowMs - this.#stretch.atMs);
    this.#bytesPerMs = this.#bytesPerMs === undefined ? rate : this.#bytesPerMs * (1 - NEWEST) + rate * NEWEST;
    this.#stretch = { atMs: nowMs, bytes: this.#bytesSent() };
  }

  #tell(always: boolean): void {
    const nowMs = Date.now();
    const inMs = always ? 0 : TELL_EVERY_MS - (nowMs - this.#toldAtMs);
    if (inMs > 0) {
      this.#later ??= setTimeout(() => this.#tell(true), inMs);
      return;
    }
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#toldAtMs = nowMs;
    const value = this.#status();
    this.#telling = this.#telling.then(() => this.#write(value)).catch(() => undefined); // only the view of it is late: the lane's own writes tell what is wrong with the store
  }

  async #write(value: LaneStatus): Promise<void> {
    const db = this.#db();
    const [waiting, refused] = await Promise.all(
      ['waiting', 'refused'].map((state) => db.blobs.where('state').equals(state).count()),
    );
    const refusedEvents = await db.outbox.where('state').equals('refused').count();
    // One write for both: each is an fsync that records may be waiting for.
    await db.transaction('rw', db.meta, async () => {
      await db.meta.put({ key: 'photos', value });
      await db.meta.update('sync', {
        'value.waitingBlobs': waiting ?? 0,
        'value.refused': refusedEvents + (refused ?? 0),
      } as never);
    });
  }

  #status(): LaneStatus {
    const left = [...this.#left.values()].reduce((sum, bytes) => sum + bytes, 0) - (this.#sending?.sentBytes ?? 0);
    const bytesLeft = Math.max(0, left);
    const rate = this.#bytesPerMs;
    return {
      ...this.#end,
      ...(this.#sending === undefined ? {} : { sending: this.#sending }),
      filesDone: this.#doneFiles,
      filesLeft: this.#left.size,
      bytesDone: this.#doneBytes,
      bytesLeft,
      ...(rate === undefined || rate === 0 || bytesLeft === 0
        ? {}
        : { secondsLeft: Math.ceil(bytesLeft / rate / 1000) }),
    };
  }
}
