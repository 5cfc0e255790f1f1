import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { TileSource } from '#shared/catalogue/tileSource.ts';

import { TileCache } from './tileCache.ts';
import { imageTypeOf, TileDesk } from './tileDesk.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TILE = { z: 12, x: 3356, y: 1689 };
const BOUNDS = [114.9, 30.1, 115.2, 30.3] as const;

let folder: string;
let server: Server;
let asked: string[];
let source: TileSource;
/** What the server answers: an image of so many bytes, a page, or another address. */
let answers: (path: string) => number | 'page' | 'elsewhere';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-tiles-'));
  asked = [];
  answers = () => 1000;
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const answer = answers(url);
    if (answer === 'page') response.setHeader('content-type', 'image/png').end('<html>sign in</html>');
    else if (answer === 'elsewhere') response.writeHead(302, { location: '/other' }).end();
    else response.end(Buffer.concat([Buffer.from(PNG), Buffer.alloc(answer - PNG.length, asked.length)]));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const template = `http://127.0.0.1:${String(port)}/{z}/{x}/{y}.png`;
  source = { template, crs: 'CGCS2000', attribution: '示例', maxZoom: 14 };
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

function stop(): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

function desk(limit = 1_000_000, room = Infinity): TileDesk {
  const ask = (url: string, signal: AbortSignal): Promise<Response> => fetch(url, { signal, redirect: 'error' });
  return new TileDesk(source, new TileCache(folder, limit), ask, () => Promise.resolve(room));
}

it('a tile that was seen is there without the server, also after a restart; one that was not is none', async () => {
  const bytes = await desk().tile(TILE);
  expect(bytes?.length).toBe(1000);
  expect(asked).toEqual(['/12/3356/1689.png']);
  const again = desk();
  expect(await again.tile(TILE)).toEqual(bytes);
  expect(asked).toHaveLength(1);
  await stop();
  expect(await again.tile(TILE)).toEqual(bytes);
  expect(await again.tile({ ...TILE, x: 1 })).toBeUndefined();
});

it('takes images from that address alone: no page, no other status, no redirect', async () => {
  for (const wrong of ['page', 'elsewhere'] as const) {
    answers = () => wrong;
    expect(await desk().tile(TILE)).toBeUndefined();
  }
  answers = () => 2_000_000;
  expect(await desk().tile(TILE)).toBeUndefined();
  expect(asked).not.toContain('/other');
  expect(await readdir(folder)).toEqual([]);
  expect(imageTypeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(imageTypeOf(new TextEncoder().encode('RIFF....WEBP'))).toBe('image/webp');
});

it('keeps an area: counts, asks for what it lacks, tells what failed, and refuses too many', async () => {
  const first = desk();
  answers = (path) => (path.startsWith('/13/') ? 'page' : 1000);
  const [kept, second] = await Promise.all([first.keep(BOUNDS, 11, 13), first.keep(BOUNDS, 11, 13)]);
  expect(second).toEqual({ ok: false, error: 'already_keeping' });
  expect(kept).toMatchObject({ ok: true, value: { had: 0, stopped: false } });
  if (!kept.ok) return;
  expect(kept.value.failed).toBe(asked.filter((path) => path.startsWith('/13/')).length);
  expect(kept.value.fetched + kept.value.failed).toBe(asked.length);
  answers = () => 1000;
  expect(await desk().keep(BOUNDS, 11, 13)).toEqual({
    ok: true,
    value: { fetched: kept.value.failed, had: kept.value.fetched, failed: 0, stopped: false },
  });
  expect(await first.keep([73, 3, 136, 54], 10, 14)).toEqual({ ok: false, error: 'too_many_tiles' });
  // Nothing beyond what the source has.
  const before = asked.length;
  expect(await first.keep(BOUNDS, 15, 18)).toMatchObject({ value: { fetched: 0, failed: 0 } });
  expect(asked).toHaveLength(before);
});

it('leaves a scarce disk to the records: tiles are shown and not kept', async () => {
  const scarce = desk(1_000_000, -5);
  expect((await scarce.tile(TILE))?.length).toBe(1000);
  expect(await readdir(folder)).toEqual([]);
  expect(await scarce.keep(BOUNDS, 11, 12)).toEqual({ ok: false, error: 'no_room_for_tiles' });
  expect(await desk(1_000_000, 500).keep(BOUNDS, 11, 11)).toMatchObject({ value: { fetched: 0 } });
});

it('can be stopped, and what was fetched stays', async () => {
  const running = desk();
  answers = () => {
    if (asked.length === 8) running.stop();
    return 1000;
  };
  const kept = await running.keep(BOUNDS, 13, 14);
  expect(kept).toMatchObject({ value: { stopped: true } });
  expect((await running.state()).tiles).toBe(asked.length);
  expect(asked.length).toBeLessThan(20);
  expect((await desk().state()).bytes).toBe(asked.length * 1000);
});

it('never takes more than its part of the disk: what was not used for longest goes first', async () => {
  let now = 1_000_000;
  const cache = new TileCache(folder, 10_500, () => (now += 1000));
  await cache.open();
  for (let x = 0; x < 10; x += 1) await cache.put({ z: 5, x, y: 0 }, new Uint8Array(1000));
  expect(await cache.get({ z: 5, x: 0, y: 0 })).toBeDefined();
  await cache.put({ z: 5, x: 10, y: 0 }, new Uint8Array(1000));
  expect(cache.size.bytes).toBeLessThanOrEqual(10_500);
  expect(cache.size.tiles).toBe(9);
  expect(await cache.get({ z: 5, x: 0, y: 0 })).toBeDefined();
  expect(await cache.get({ z: 5, x: 1, y: 0 })).toBeUndefined();
  // Stored again, it takes its own place.
  await cache.put({ z: 5, x: 0, y: 0 }, new Uint8Array(500));
  expect(cache.size.bytes).toBe(8500);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes('-'));
  expect(files).toHaveLength(9);
  await writeFile(join(folder, '5', 'stray'), 'x');
  const again = new TileCache(folder, 10_500);
  await again.open();
  expect(again.size).toMatchObject({ bytes: 8500, tiles: 9 });
});
