import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Tile } from '#shared/geo/tiles.ts';

type Entry = { readonly bytes: number; readonly storedAt: number; usedAt: number };

/** Where the oldest go, so much is made free at once: not a tile for each tile. */
const FREED_PART = 0.1;
/** Its use is noted on the disk once a day. */
const NOTE_MS = 86_400_000;

/**
 * Tiles on the disk, those that were not used for longest thrown away first. Nothing in it is a record: a file that cannot be read or
 * written is none, and the map is drawn without it. The time of change of a file is that of its last use, its time in the name that
 * of storing.
 */
export class TileCache {
  readonly #folder: string;
  readonly #limit: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #opened: Promise<void> | undefined;

  constructor(folder: string, limitBytes: number, now: () => number = Date.now) {
    this.#folder = folder;
    this.#limit = limitBytes;
    this.#now = now;
  }

  get size(): { readonly bytes: number; readonly tiles: number; readonly limitBytes: number } {
    return { bytes: this.#bytes, tiles: this.#entries.size, limitBytes: this.#limit };
  }

  /** Reads once what is there. */
  open(): Promise<void> {
    this.#opened ??= this.#read();
    return this.#opened;
  }

  /** True for a tile that is here and was stored after that instant (milliseconds). */
  has(tile: Tile, storedAfter: number): boolean {
    const entry = this.#entries.get(nameOf(tile));
    return entry !== undefined && entry.storedAt > storedAfter;
  }

  /** The tile with the instant it was stored; undefined when it is not here. */
  async get(tile: Tile): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly storedAt: number } | undefined> {
    const name = nameOf(tile);
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    try {
      const path = this.#path(name, entry.storedAt);
      const bytes = new Uint8Array(await readFile(path));
      const now = this.#now();
      if (now - entry.usedAt > NOTE_MS) await utimes(path, now / 1000, now / 1000);
      entry.usedAt = now;
      return { bytes, storedAt: entry.storedAt };
    } catch {
      this.#forget(name);
      return undefined;
    }
  }

  /** Keeps a tile in place of an older one of it. A disk that takes nothing is no error here. */
  async put(tile: Tile, bytes: Uint8Array): Promise<void> {
    const name = nameOf(tile);
    const storedAt = this.#now();
    const path = this.#path(name, storedAt);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    } catch {
      await rm(`${path}.part`, { force: true }).catch(() => undefined);
      return;
    }
    const before = this.#entries.get(name);
    if (before !== undefined && before.storedAt !== storedAt)
      await rm(this.#path(name, before.storedAt), { force: true }).catch(() => undefined);
    this.#forget(name);
    this.#entries.set(name, { bytes: bytes.length, storedAt, usedAt: storedAt });
    this.#bytes += bytes.length;
    if (this.#bytes > this.#limit) await this.#makeRoom();
  }

  async #makeRoom(): Promise<void> {
    const oldest = [...this.#entries].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [name, { storedAt }] of oldest) {
      if (this.#bytes <= this.#limit * (1 - FREED_PART)) return;
      this.#forget(name);
      await rm(this.#path(name, storedAt), { force: true }).catch(() => undefined);
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#entries.get(name)?.bytes ?? 0;
    this.#entries.delete(name);
  }

  async #read(): Promise<void> {
    for (const z of await numbersIn(this.#folder))
      for (const x of await numbersIn(join(this.#folder, z)))
        for (const file of await namesIn(join(this.#folder, z, x))) {
          const [, y, at] = /^(\d+)-(\d+)$/.exec(file) ?? [];
          const found = await stat(join(this.#folder, z, x, file)).catch(() => undefined);
          if (y === undefined || found === undefined) continue;
          const name = nameOf({ z: Number(z), x: Number(x), y: Number(y) });
          this.#forget(name);
          this.#entries.set(name, { bytes: found.size, storedAt: Number(at), usedAt: found.mtimeMs });
          this.#bytes += found.size;
        }
  }

  #path(name: string, storedAt: number): string {
    return join(this.#folder, `${name}-${String(storedAt)}`);
  }
}

function nameOf({ z, x, y }: Tile): string {
  return join(String(z), String(x), String(y));
}

/** Node 18, which Electron 25 has, reads no folder with what is below it. */
function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function numbersIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => /^\d+$/.test(name));
}
