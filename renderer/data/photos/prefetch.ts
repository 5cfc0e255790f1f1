import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import { hasRoomForPhotos } from '../store/room.ts';

import { noteRead } from './eviction.ts';
import { GaveWay, GiveWay } from './giveWay.ts';
import { LetGo, type PhotoLoads } from './loads.ts';

/** How long a record may wait beside a photo that nobody has asked for yet, in milliseconds. */
const STARVED_MS = 2_000;

/**
 * Fetches the photos of the case or inspection that somebody reads, before they are asked for: thumbnails first, then
 * originals, smallest first, one at a time. Records go before, and it ends when another one is opened or this one is left.
 */
export class Prefetch {
  readonly #ctx: () => Context;
  readonly #loads: PhotoLoads;
  readonly #giveWay: GiveWay;
  #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(ctx: () => Context, loads: PhotoLoads) {
    this.#ctx = ctx;
    this.#loads = loads;
    this.#giveWay = new GiveWay(ctx, STARVED_MS);
  }

  /** Somebody reads this stream now; without one nobody reads any. Resolves at once. */
  read(stream: string | undefined): void {
    this.#stop.abort(new LetGo());
    const stop = new AbortController();
    this.#stop = stop;
    if (stream === undefined) return;
    this.#running = this.#running
      .then(() => this.#fetchAll(stream, stop.signal))
      .catch((error: unknown) => this.#failed(error));
  }

  /** Resolves when nothing is fetched ahead any more. */
  settled(): Promise<void> {
    return this.#running;
  }

  async #fetchAll(stream: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return; // left before its turn came
    const { db, clock } = this.#ctx();
    const keys = await this.#keysOf(stream);
    await noteRead(db, keys, clock.nowIso());
    const here = new Set(await db.blobs.where('key').anyOf(keys).primaryKeys());
    for (const key of keys.filter((one) => !here.has(one))) {
      await this.#giveWay.wait();
      if (isOver(signal) || !(await hasRoomForPhotos(this.#ctx().port))) return;
      await this.#fetchOne(key, stream, signal);
    }
  }

  /** One that was cut for a record is left to whoever asks for it: the rest of the case counts more. */
  async #fetchOne(key: string, stream: string, signal: AbortSignal): Promise<void> {
    await this.#giveWay
      .beside(true, async (cut) => {
        const both = new AbortController();
        for (const one of [signal, cut])
          one.addEventListener('abort', () => {
            both.abort(one.reason);
          });
        if (signal.aborted) both.abort(signal.reason);
        return this.#loads.ahead(key, stream, both.signal);
      })
      .catch((error: unknown) => {
        if (!(error instanceof GaveWay)) throw error;
      });
  }

  async #keysOf(stream: string): Promise<readonly string[]> {
    const photos = await this.#ctx().db.photos.where('key').startsWith(`${stream}#`).toArray();
    const bySize = photos.sort((a, b) => a.data.bytes - b.data.bytes);
    const thumbs = bySize.filter(({ data }) => data.thumb !== undefined).map(({ sha256 }) => `thumb:${sha256}`);
    return [...thumbs, ...bySize.map(({ sha256 }) => `photo:${sha256}`)];
  }

  /** Without a server nothing is fetched ahead, and whoever asks for a photo is told why. */
  async #failed(error: unknown): Promise<void> {
    if (error instanceof LetGo || error instanceof RemoteProblem) return;
    await this.#ctx().report({ code: 'write_failed', subject: 'photos', detail: String(error) });
  }
}

/** A function, so that the compiler does not take the field for what it was before an `await`. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
