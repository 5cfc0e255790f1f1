import { mkdtempSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { BundleBlob, BundleEvent } from '#shared/exchange/bundleFormat.ts';
import { CHUNK_BYTES, CHUNK_OVERHEAD } from '#shared/exchange/bundleFrame.ts';
import { ok } from '#shared/kernel/result.ts';

import { readContent, type BundleItem } from './bundleContent.ts';
import { BundleError } from './bundleError.ts';
import { readOpening } from './bundleReader.ts';
import { keyPair, signText, type KeyPair } from './curve.ts';
import { writeBundle } from './exportBundle.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'xunzhi-bundle-'));
const DEVICE = '018f0000-0000-7000-8000-0000000000aa';
const SEALED_CHUNK = CHUNK_BYTES + CHUNK_OVERHEAD;
const recovery = keyPair();
const device = keyPair();
let files = 0;

type Work = {
  readonly events: readonly BundleEvent[];
  readonly blobs: readonly { readonly blob: BundleBlob; readonly data: Uint8Array }[];
};

const state = fc.oneof(
  fc.constant({ is: 'waiting' as const }),
  fc.record({
    is: fc.constantFrom('refused' as const, 'withdrawn' as const),
    reason: fc.string({ maxLength: 50, unit: 'binary' }),
  }),
);
const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 });
const anEvent = fc.record({
  key: fc.string({ maxLength: 80 }),
  db: fc.constantFrom('work-hsg', 'case-hsg-2026'),
  state,
  body: fc.record({ by: fc.constantFrom('chen.wei', 'lin.fang'), org: fc.constant('hsg'), data: fc.jsonValue() }),
});
const aBlob = fc
  .record({ sha: hex, data: fc.uint8Array({ maxLength: 3000 }), times: fc.constantFrom(1, 1, 1, 40), state })
  .map(({ sha, data, times, state: is }) => {
    const bytes = Buffer.concat(Array.from({ length: times }, () => data));
    const blob = {
      key: `photo:${sha}`,
      db: 'evidence-hsg-2026',
      mime: 'image/jpeg',
      bytes: bytes.length,
      by: 'chen.wei',
      device: DEVICE,
      state: is,
    };
    return { blob, data: bytes };
  });
const someWork: fc.Arbitrary<Work> = fc
  .record({
    events: fc.array(anEvent, { maxLength: 12 }),
    blobs: fc.uniqueArray(aBlob, { maxLength: 4, selector: ({ blob }) => blob.key }),
  })
  .filter(({ events, blobs }) => events.length + blobs.length > 0);

function storeOf({ blobs }: Work, piece = 1024 * 1024): Parameters<typeof writeBundle>[2] {
  const bytes = new Map(blobs.map(({ blob, data }) => [blob.key, data]));
  return {
    read: (key, offset) => {
      const all = bytes.get(key) ?? new Uint8Array(0);
      return Promise.resolve(ok({ bytes: Uint8Array.from(all.subarray(offset, offset + piece)), total: all.length }));
    },
  };
}

async function written(work: Work, signer: KeyPair = device): Promise<string> {
  const path = join(FOLDER, `${String((files += 1))}.xzb`);
  await writeBundle(path, { events: work.events, blobs: work.blobs.map(({ blob }) => blob) }, storeOf(work), {
    app: 'test',
    device: DEVICE,
    publicKey: device.publicKey,
    signer: 'device',
    sign: (text) => signText(signer, text),
    recipient: recovery.publicKey,
    madeAt: '2026-11-24T01:02:03.000Z',
  });
  return path;
}

async function itemsOf(path: string, pair: KeyPair = recovery): Promise<BundleItem[]> {
  const file = await open(path, 'r');
  try {
    const items: BundleItem[] = [];
    for await (const item of readContent(file, await readOpening(file), pair)) items.push(item);
    return items;
  } finally {
    await file.close();
  }
}

async function refusalOf(path: string, pair?: KeyPair): Promise<string | undefined> {
  try {
    await itemsOf(path, pair);
    return undefined;
  } catch (error) {
    if (error instanceof BundleError) return error.code;
    throw error;
  }
}

/** The bundle's file with other bytes. */
async function changed(path: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const other = join(FOLDER, `${String((files += 1))}.changed`);
  await writeFile(other, change(await readFile(path)));
  return other;
}

/** Enough for four chunks. */
function longWork(): Work {
  const data = Buffer.alloc(3 * CHUNK_BYTES + 500, 7);
  const blob = {
    key: `photo:${'a'.repeat(64)}`,
    db: 'evidence-hsg-2026',
    mime: 'image/jpeg',
    bytes: data.length,
    by: 'chen.wei',
    device: DEVICE,
    state: { is: 'waiting' as const },
  };
  return {
    events: [{ key: 'one', db: 'work-hsg', state: { is: 'waiting' }, body: { by: 'chen.wei', org: 'hsg' } }],
    blobs: [{ blob, data }],
  };
}

describe('a bundle', () => {
  it('gives back exactly what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(someWork, async (work) => {
        const items = await itemsOf(await written(work));
        expect(items.flatMap((item) => (item.is === 'event' ? [item.event] : []))).toEqual(
          JSON.parse(JSON.stringify(work.events)),
        );
        const blobs: { blob: BundleBlob; data: Buffer }[] = [];
        for (const item of items) {
          if (item.is === 'blob') blobs.push({ blob: item.blob, data: Buffer.alloc(0) });
          const last = blobs.at(-1);
          if (item.is === 'bytes' && last) last.data = Buffer.concat([last.data, item.bytes]);
        }
        expect(blobs.map(({ blob }) => blob)).toEqual(work.blobs.map(({ blob }) => blob));
        expect(blobs.every(({ data }, index) => data.equals(work.blobs[index]!.data))).toBe(true);
        expect(items.at(-1)).toEqual({ is: 'sealed' });
      }),
      { numRuns: 60 },
    );
  });

  it('shows nothing of people or work in plain text', async () => {
    const bytes = await readFile(
      await written({
        events: [
          {
            key: 'k',
            db: 'work-hsg',
            state: { is: 'waiting' },
            body: { by: 'chen.wei', name: '绝密商铺', org: 'hsg' },
          },
        ],
        blobs: [],
      }),
    );
    for (const text of ['chen.wei', '绝密商铺', DEVICE, 'work-hsg'])
      expect(bytes.includes(Buffer.from(text))).toBe(false);
  });

  it('is refused wherever a bit differs', async () => {
    await fc.assert(
      fc.asyncProperty(
        someWork,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 7 }),
        async (work, where, bit) => {
          const path = await changed(await written(work), (bytes) => {
            const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length));
            bytes[at]! ^= 1 << bit;
            return bytes;
          });
          expect(await refusalOf(path)).toEqual(expect.any(String));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused when it is cut, at every kind of byte', async () => {
    const path = await written(longWork());
    const { length } = await readFile(path);
    const file = await open(path, 'r');
    const preamble = (await readOpening(file)).preamble.length;
    await file.close();
    const cuts = [
      0,
      1,
      7,
      8,
      11,
      15,
      16,
      20,
      preamble - 1,
      preamble,
      preamble + 1,
      preamble + 15,
      preamble + SEALED_CHUNK - 1,
      preamble + SEALED_CHUNK,
      preamble + SEALED_CHUNK + 1,
      preamble + 2 * SEALED_CHUNK,
      length - 17,
      length - 16,
      length - 1,
    ];
    for (const cut of cuts) {
      const refusal = await refusalOf(await changed(path, (bytes) => bytes.subarray(0, cut)));
      expect([cut, refusal]).toEqual([cut, cut === 0 ? 'not_a_bundle' : 'bundle_cut']);
    }
  });

  it('is refused when something follows, and when chunks are exchanged, doubled or left out', async () => {
    const path = await written(longWork());
    const file = await open(path, 'r');
    const { preamble } = await readOpening(file);
    await file.close();
    const chunks = (bytes: Buffer): Buffer[] => {
      const list: Buffer[] = [];
      for (let at = preamble.length; at < bytes.length; at += SEALED_CHUNK)
        list.push(bytes.subarray(at, at + SEALED_CHUNK));
      return list;
    };
    const made = (change: (list: Buffer[]) => Buffer[]): Promise<string> =>
      changed(path, (bytes) => Buffer.concat([preamble, ...change(chunks(bytes))]));
    expect(chunks(await readFile(path))).toHaveLength(4);
    expect(await refusalOf(await made((list) => list))).toBeUndefined();
    expect(await refusalOf(await made(([a, b, ...rest]) => [b!, a!, ...rest]))).toBe('bundle_damaged');
    expect(await refusalOf(await made(([a, b, ...rest]) => [a!, b!, b!, ...rest]))).toBe('bundle_damaged');
    expect(await refusalOf(await made(([a, , ...rest]) => [a!, ...rest]))).toBe('bundle_damaged');
    expect(await refusalOf(await made((list) => list.slice(0, 3)))).toBe('bundle_cut');
    expect(await refusalOf(await changed(path, (bytes) => Buffer.concat([bytes, Buffer.of(0)])))).toBe('bundle_cut');
    expect(await refusalOf(await changed(path, (bytes) => Buffer.concat([bytes, bytes])))).toBe('bundle_damaged');
  });

  it('says that it is newer, another kind of file, or for another key', async () => {
    const path = await written(longWork());
    expect(await refusalOf(await changed(path, (bytes) => (bytes.writeUInt32BE(2, 8), bytes)))).toBe('bundle_newer');
    expect(await refusalOf(await changed(path, () => Buffer.from('%PDF-1.7 not a bundle at all')))).toBe(
      'not_a_bundle',
    );
    expect(await refusalOf(path, keyPair())).toBe('bundle_other_key');
  });

  it('is refused when another key signed it than the one it names', async () => {
    expect(await refusalOf(await written(longWork(), keyPair()))).toBe('bundle_forged');
  });

  it('names what could not be read, and the rest is there', async () => {
    const work = longWork();
    const path = join(FOLDER, 'gap.xzb');
    const store = storeOf(work, 4096);
    const maker = {
      app: 'test',
      device: DEVICE,
      publicKey: device.publicKey,
      signer: 'device',
      sign: (text: string) => signText(device, text),
      recipient: recovery.publicKey,
      madeAt: '2026-11-24T01:02:03.000Z',
    } as const;
    const read: typeof store.read = (key, offset) =>
      offset > 100_000 ? Promise.resolve({ ok: false, error: { code: 'damaged' } }) : store.read(key, offset);
    const result = await writeBundle(
      path,
      { events: work.events, blobs: work.blobs.map(({ blob }) => blob) },
      { read },
      maker,
    );
    expect(result).toEqual({ events: 1, blobs: 0, bytes: 0, gaps: 1 });
    const items = (await itemsOf(path)).map(({ is }) => is).filter((is) => is !== 'bytes');
    expect(items).toEqual(['header', 'event', 'blob', 'blobLost', 'gap', 'sealed']);
  });
});
