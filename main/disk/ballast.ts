import { randomBytes } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { renameOver, syncFolder, writeAll } from '../files/durable.ts';

import { BALLAST_BYTES } from './levels.ts';

const FILE = 'ballast.bin';
const CHUNK_BYTES = 1024 * 1024;

/** A file that holds room for the last writes of a full disk. */
export class Ballast {
  readonly #folder: string;
  readonly #path: string;

  constructor(profile: string) {
    this.#folder = profile;
    this.#path = join(profile, FILE);
  }

  /** True when the whole file is there. */
  async isThere(): Promise<boolean> {
    const size = await stat(this.#path).then(
      (found) => found.size,
      () => 0,
    );
    return size >= BALLAST_BYTES;
  }

  /** Random bytes: neither a sparse file nor a compressing disk can make them take no room. Throws when it does not fit. */
  async make(): Promise<void> {
    const next = `${this.#path}.next`;
    try {
      const file = await open(next, 'w', 0o600);
      try {
        for (let at = 0; at < BALLAST_BYTES; at += CHUNK_BYTES) await writeAll(file, randomBytes(CHUNK_BYTES), at);
        await file.sync();
      } finally {
        await file.close();
      }
      await renameOver(next, this.#path);
      await syncFolder(this.#folder);
    } catch (error) {
      await rm(next, { force: true });
      throw error;
    }
  }

  /** Gives the room back; answers whether there was any. */
  async release(): Promise<boolean> {
    const was = await stat(this.#path).then(
      () => true,
      () => false,
    );
    await rm(this.#path, { force: true });
    await rm(`${this.#path}.next`, { force: true });
    return was;
  }
}
