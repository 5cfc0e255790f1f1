import { statfs } from 'node:fs/promises';

import type { DiskState, DiskThresholds } from '#shared/bridge/disk.ts';

import { createSerialQueue } from '../files/serialQueue.ts';
import { listCopies } from '../rescue/copies.ts';

import { Ballast } from './ballast.ts';
import { ballastMove, levelOf, neededFor } from './levels.ts';

const LOOK_EVERY_MS = 5_000;

/** Knows how much room the profile's disk has, and keeps a reserve for the last writes. Looking costs microseconds. */
export class DiskGuard {
  readonly #profile: string;
  readonly #thresholds: DiskThresholds;
  readonly #ballast: Ballast;
  readonly #queue = createSerialQueue();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(profile: string, thresholds: DiskThresholds) {
    this.#profile = profile;
    this.#thresholds = thresholds;
    this.#ballast = new Ballast(profile);
  }

  /** Gives the reserve up where nothing else would let the app start; keeps looking from then on. */
  async start(): Promise<void> {
    await this.tend();
    this.#timer = setInterval(() => void this.tend(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async state(): Promise<DiskState> {
    const copies = (await listCopies(this.#profile)).map(({ path, at }) => ({ path, at }));
    const freeBytes = await this.#free();
    if (freeBytes === undefined) return { level: 'plenty', copies };
    const level = levelOf(freeBytes, this.#thresholds);
    const neededBytes = neededFor(level, this.#thresholds);
    return { level, freeBytes, copies, ...(neededBytes === undefined ? {} : { neededBytes }) };
  }

  /** Bytes that may be written before no photo is taken any more; below 0 when that is so already. */
  async roomForPhotos(): Promise<number> {
    return ((await this.#free()) ?? Infinity) - this.#thresholds.noPhotosBytes;
  }

  /** A write found the disk full: gives up the reserve; answers whether there was one. */
  makeRoom(): Promise<boolean> {
    return this.#queue(() => this.#ballast.release().catch(() => false));
  }

  /** Gives up or makes the reserve as the room on the disk asks for. */
  tend(): Promise<void> {
    return this.#queue(async () => {
      const freeBytes = await this.#free();
      if (freeBytes === undefined) return;
      const move = ballastMove(freeBytes, await this.#ballast.isThere(), this.#thresholds);
      if (move === 'release') await this.#ballast.release();
      // Where it does not fit there is none, until the next look.
      if (move === 'make') await this.#ballast.make().catch(() => undefined);
    });
  }

  async #free(): Promise<number | undefined> {
    try {
      const { bavail, bsize } = await statfs(this.#profile);
      return bavail * bsize;
    } catch {
      return undefined; // a file system that does not say; writes that fail are told all the same
    }
  }
}
