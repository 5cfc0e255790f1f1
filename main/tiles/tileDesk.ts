import { MOST_TILES, type TileRefusal, type TileState } from '#shared/bridge/tiles.ts';
import { tileAddress, type TileSource } from '#shared/catalogue/tileSource.ts';
import { countTiles, tilesIn, type Tile, type TileBounds } from '#shared/geo/tiles.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { TileCache } from './tileCache.ts';

/** How a tile is asked for over the network; an answer of any status, or a throw without one. */
export type FetchTile = (url: string, signal: AbortSignal) => Promise<Response>;
/** What came of a keeping. */
export type Kept = {
  readonly fetched: number;
  readonly had: number;
  readonly failed: number;
  readonly stopped: boolean;
};

const PATIENCE_MS = 10_000;
const MOST_BYTES = 1024 * 1024;
/** A tile that was stored longer ago is asked for again where there is a network. */
const FRESH_MS = 30 * 86_400_000;
/** So many are asked for at once: a bureau's server is no big one. */
const LANES = 4;

/** Tiles of the one source: from the disk, from its host, and again from the disk where the host cannot be reached. */
export class TileDesk {
  readonly source: TileSource;
  readonly #cache: TileCache;
  readonly #fetch: FetchTile;
  readonly #room: () => Promise<number>;
  #keeping: { done: number; failed: number; total: number; stopped: boolean } | undefined;

  /** `room`: bytes that may be written before work suffers; then tiles are shown, and not kept. */
  constructor(source: TileSource, cache: TileCache, fetch: FetchTile, room: () => Promise<number>) {
    this.source = source;
    this.#room = room;
    this.#cache = cache;
    this.#fetch = fetch;
  }

  /** A tile as an image; undefined where there is none and none can be had. */
  async tile(tile: Tile): Promise<Uint8Array<ArrayBuffer> | undefined> {
    await this.#cache.open();
    const here = await this.#cache.get(tile);
    if (here !== undefined && here.storedAt > Date.now() - FRESH_MS) return here.bytes;
    return (await this.#load(tile)) ?? here?.bytes;
  }

  async state(): Promise<TileState> {
    await this.#cache.open();
    const running = this.#keeping;
    const keeping = running && { done: running.done, failed: running.failed, total: running.total };
    return { ...this.#cache.size, keeping: keeping ?? null };
  }

  /** Fetches what the disk lacks of these bounds. */
  async keep(bounds: TileBounds, first: number, last: number): Promise<Result<Kept, TileRefusal>> {
    if (this.#keeping !== undefined) return err('already_keeping');
    const top = Math.min(last, this.source.maxZoom);
    const total = countTiles(bounds, first, top);
    if (total > MOST_TILES) return err('too_many_tiles');
    const running = { done: 0, failed: 0, total, stopped: false };
    this.#keeping = running;
    if ((await this.#room()) <= 0) {
      this.#keeping = undefined;
      return err('no_room_for_tiles');
    }
    await this.#cache.open();
    let [fetched, had] = [0, 0];
    const tiles = tilesIn(bounds, first, top);
    const lane = async (): Promise<void> => {
      for (const tile of tiles) {
        if (running.stopped) return;
        if (this.#cache.has(tile, Date.now() - FRESH_MS)) had += 1;
        else if ((await this.#load(tile)) === undefined || !this.#cache.has(tile, 0)) running.failed += 1;
        else fetched += 1;
        running.done += 1;
      }
    };
    try {
      await Promise.all(Array.from({ length: LANES }, lane));
    } finally {
      this.#keeping = undefined;
    }
    return ok({ fetched, had, failed: running.failed, stopped: running.stopped });
  }

  /** Ends a keeping; what was fetched stays. */
  stop(): void {
    if (this.#keeping !== undefined) this.#keeping.stopped = true;
  }

  async #load(tile: Tile): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const response = await this.#fetch(tileAddress(this.source, tile), AbortSignal.timeout(PATIENCE_MS));
      if (response.status !== 200) return undefined;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length > MOST_BYTES || imageTypeOf(bytes) === undefined) return undefined;
      if ((await this.#room()) > bytes.length) await this.#cache.put(tile, bytes);
      return bytes;
    } catch {
      return undefined;
    }
  }
}

/** The type of an image by its first bytes: what a server says of itself is not asked. Undefined for anything else. */
export function imageTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | undefined {
  const begins = (at: number, ...values: readonly number[]): boolean =>
    values.every((value, index) => bytes[at + index] === value);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (begins(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  return begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50) ? 'image/webp' : undefined;
}
