import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { evictOriginals } from '#renderer/data/photos/eviction.ts';
import type { AppProblem } from '#renderer/data/status.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import type { OnTheLine } from './line.ts';
import { EVIDENCE, rowsIn, submitPhotos } from './photoWork.ts';
import { aHub, registerShop } from './world.ts';

let hub: Hub;
let officer: TestWorker;
let reader: TestWorker;

beforeAll(async () => {
  hub = await aHub();
  officer = await aWorker({ hub, user: 'chen.wei' });
});
afterAll(async () => {
  await officer.close();
  await hub.close();
});
beforeEach(async () => {
  reader = await aWorker({ hub, user: 'lin.fang' });
});
afterEach(() => reader.close());

type Taken = { readonly photos: readonly string[]; readonly stream: string };

/** An inspection of the officer's with photos of these sizes, known to the reader's device without them. */
async function readable(sizes: readonly number[]): Promise<Taken> {
  const photos = await submitPhotos(officer, sizes);
  await officer.sync();
  await reader.syncRecords();
  const row = await reader.ctx.db.photos
    .where('sha256')
    .equals(photos[0] ?? '')
    .first();
  if (row === undefined) throw new Error('the inspection did not arrive');
  reader.line.asked.length = 0;
  return { photos, stream: row.stream };
}

/** The keys whose bytes were asked for, in order. */
function fetched(): string[] {
  return reader.line.asked.filter(isFetch).map(({ path }) => decodeURIComponent(path.split('/')[2] ?? ''));
}

function isFetch({ method, path }: OnTheLine): boolean {
  return method === 'GET' && path.startsWith(`/${EVIDENCE}/`) && path.endsWith('/body');
}

/** What the device has to say, beside how it keeps its key. */
async function problems(): Promise<readonly AppProblem[]> {
  const all = ((await reader.ctx.db.meta.get('problems'))?.value ?? []) as readonly AppProblem[];
  return all.filter(({ code }) => code !== 'key_file');
}

describe('an original', () => {
  it('that comes as other bytes is refused, named as a forgery, not kept, and asked for again later', async () => {
    const { photos, stream } = await readable([30_000]);
    const key = `photo:${photos[0] ?? ''}`;
    reader.line.lie((request) =>
      request.path.includes(encodeURIComponent(key)) && request.path.includes('/body')
        ? { status: 200, page: 'other bytes', headers: { 'content-type': 'image/jpeg' } }
        : 'pass',
    );
    expect(await reader.send('photo.load', { key, stream })).toMatchObject({
      ok: false,
      error: { code: 'photo_forged', subject: key },
    });
    expect(await problems()).toMatchObject([{ code: 'forgery', subject: key, detail: EVIDENCE }]);
    expect(await reader.ctx.db.blobs.get(key)).toBeUndefined();
    expect(await reader.ctx.db.bodies.get(key)).toBeUndefined();
    reader.line.lie();
    const { blob } = await reader.do('photo.load', { key, stream });
    expect(blob.size).toBe(30_000);
    expect(await reader.ctx.db.blobs.get(key)).toMatchObject({ state: 'server', bytes: 30_000 });
  });

  it('is fetched once for all who ask at the same time', async () => {
    const { photos, stream } = await readable([40_000]);
    const key = `photo:${photos[0] ?? ''}`;
    const answers = await Promise.all([1, 2, 3].map(() => reader.do('photo.load', { key, stream })));
    expect(answers.map(({ blob }) => blob.size)).toEqual([40_000, 40_000, 40_000]);
    expect(fetched()).toEqual([key]);
    await reader.do('photo.load', { key, stream });
    expect(fetched()).toEqual([key]);
  });

  it('is on its way with a count of bytes, which is gone afterwards', async () => {
    const { photos, stream } = await readable([400_000]);
    const key = `photo:${photos[0] ?? ''}`;
    const seen: unknown[] = [];
    reader.ctx.db.meta.hook('creating', (name, row) => {
      if (name === 'photoLoads') seen.push(row.value);
    });
    await reader.do('photo.load', { key, stream });
    expect(seen).toEqual([{ [key]: { doneBytes: expect.any(Number) as number, totalBytes: 400_000 } }]);
    expect(await reader.ctx.db.meta.get('photoLoads')).toBeUndefined();
  });
});

describe('the photos of what is being read', () => {
  it('come ahead: thumbnails first, then originals, smallest first', async () => {
    const { photos, stream } = await readable([50_000, 10_000, 30_000]);
    await reader.do('photo.reading', { stream });
    await reader.ctx.prefetch.settled();
    const bySize = [1, 2, 0].map((index) => photos[index] ?? '');
    expect(fetched()).toEqual([...bySize.map((one) => `thumb:${one}`), ...bySize.map((one) => `photo:${one}`)]);
    reader.line.down();
    const { blob } = await reader.do('photo.load', { key: `photo:${bySize[0] ?? ''}`, stream });
    expect(blob.size).toBe(10_000);
    reader.line.up();
  });

  it('stop coming when it is left, in the middle of a file', async () => {
    const { photos, stream } = await readable([10_000, 20_000]);
    const held = new Promise<void>((resolve) => {
      reader.line.lie((request) => {
        if (!isFetch(request) || !request.path.includes('photo')) return 'pass';
        resolve();
        return 'hold';
      });
    });
    await reader.do('photo.reading', { stream });
    await held;
    await reader.do('photo.reading', { stream: null });
    await reader.ctx.prefetch.settled();
    reader.line.lie();
    expect(fetched().filter((key) => key.startsWith('photo:'))).toHaveLength(1);
    // Nobody was told of a problem, and who wants it now gets it.
    expect(await problems()).toEqual([]);
    expect(await reader.do('photo.load', { key: `photo:${photos[0] ?? ''}`, stream })).toMatchObject({ blob: {} });
  });

  it('let a waiting record go first', async () => {
    const { stream } = await readable([10_000]);
    await registerShop(reader, '示例先行店');
    await reader.do('photo.reading', { stream });
    await pause(500);
    expect(fetched()).toEqual([]);
    await reader.syncRecords();
    await reader.ctx.prefetch.settled();
    expect(fetched()).toHaveLength(2);
  });

  it('stay out while the disk has no room for photos', async () => {
    const { stream } = await readable([10_000]);
    reader.disk = { level: 'no_photos', copies: [] };
    await reader.do('photo.reading', { stream });
    await reader.ctx.prefetch.settled();
    expect(fetched()).toEqual([]);
  });
});

describe('originals that were fetched', () => {
  it('go when they take too much, the one read longest ago first; own ones and thumbnails stay', async () => {
    const first = await readable([30_000, 31_000]);
    await reader.do('photo.reading', { stream: first.stream });
    await reader.ctx.prefetch.settled();
    const second = await readable([32_000]);
    await reader.do('photo.reading', { stream: second.stream });
    await reader.ctx.prefetch.settled();
    const own = await submitPhotos(reader, [90_000]);
    await reader.do('photo.reading', { stream: first.stream }); // read again: the second is the oldest now
    await reader.ctx.prefetch.settled();
    expect(await evictOriginals(reader.ctx.db, 70_000)).toBe(1);
    const left = (await rowsIn(reader, 'server')).map(({ key }) => key).filter((key) => key.startsWith('photo:'));
    expect(left.sort()).toEqual(first.photos.map((one) => `photo:${one}`).sort());
    expect(await reader.ctx.db.bodies.get(`photo:${second.photos[0] ?? ''}`)).toBeUndefined();
    expect(await reader.ctx.db.bodies.get(`thumb:${second.photos[0] ?? ''}`)).toBeDefined();
    expect(await evictOriginals(reader.ctx.db, 0)).toBe(1);
    expect(await reader.ctx.db.bodies.get(`photo:${own[0] ?? ''}`)).toBeDefined();
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
