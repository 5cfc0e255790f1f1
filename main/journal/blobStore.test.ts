import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { BlobStore, MAX_CHUNK_BYTES } from './blobStore.ts';

const KEY = Buffer.alloc(32, 3);
let folder: string;
let store: BlobStore;

function pattern(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >> 8)) & 0xff;
  return bytes;
}

async function put(key: string, bytes: Uint8Array, chunk = MAX_CHUNK_BYTES): Promise<unknown> {
  for (let at = 0; ; at += chunk) {
    const last = at + chunk >= bytes.length;
    const result = await store.write(key, at, bytes.subarray(at, at + chunk), last);
    if (last || !result.ok) return result;
  }
}

async function get(key: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (let at = 0; ;) {
    const result = await store.read(key, at);
    if (!result.ok) throw new Error(result.error.code);
    parts.push(result.value.bytes);
    at += result.value.bytes.length;
    if (at >= result.value.total) return Buffer.concat(parts);
  }
}

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'xunzhi-blobs-')), 'blobs');
  store = await BlobStore.open(folder, KEY);
});

describe('BlobStore', () => {
  it.each([0, 1, MAX_CHUNK_BYTES, MAX_CHUNK_BYTES * 2 + 77])('gives back %i bytes and their hash', async (length) => {
    const bytes = pattern(length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const md5 = createHash('md5').update(bytes).digest('base64');
    expect(await put('photo:a', bytes)).toEqual({ ok: true, value: { bytes: length, sha256, md5 } });
    expect((await get('photo:a')).equals(bytes)).toBe(true);
    store = await BlobStore.open(folder, KEY);
    expect(await store.list()).toEqual([{ key: 'photo:a', bytes: length }]);
  });

  it('reads from any offset over the bounds of small chunks', async () => {
    const bytes = pattern(1000);
    await put('k', bytes, 64);
    for (const offset of [0, 1, 63, 64, 65, 500, 999, 1000, 5000]) {
      const result = await store.read('k', offset);
      expect(result).toEqual({ ok: true, value: { bytes: bytes.slice(offset), total: 1000 } });
    }
  });

  it('refuses chunks out of order and chunks that are too large', async () => {
    expect(await store.write('k', 5, pattern(5), false)).toMatchObject({ error: { code: 'bad_offset' } });
    await store.write('k', 0, pattern(5), false);
    expect(await store.write('k', 4, pattern(5), true)).toMatchObject({ error: { code: 'bad_offset' } });
    expect(await store.write('k', 5, pattern(MAX_CHUNK_BYTES + 1), true)).toMatchObject({
      error: { code: 'too_large' },
    });
    expect(await store.read('k', 0)).toMatchObject({ error: { code: 'not_found' } });
    expect(await store.write('k', 0, pattern(5), true)).toMatchObject({ ok: true });
  });

  it('holds neither key nor content in plain, whatever the key looks like', async () => {
    const key = '../../标记/MARKER';
    await put(key, Buffer.from('MARKER content'.repeat(100)));
    const [name = ''] = await readdir(folder);
    expect(name).toMatch(/^[0-9a-f]{64}\.blob$/);
    expect((await readFile(join(folder, name))).includes('MARKER')).toBe(false);
  });

  it('notices a flipped byte and a file put in the place of another', async () => {
    await put('a', pattern(3000), 1000);
    await put('b', pattern(10));
    const [first = '', second = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, first));
    const other = await readFile(join(folder, second));
    await writeFile(join(folder, second), bytes);
    expect([await store.read('a', 0), await store.read('b', 0)]).toContainEqual({
      ok: false,
      error: { code: 'damaged' },
    });
    await writeFile(join(folder, second), other);
    const large = bytes.length > other.length ? first : second;
    const damaged = await readFile(join(folder, large));
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    await writeFile(join(folder, large), damaged);
    expect(await store.read('a', 0)).toEqual({ ok: false, error: { code: 'damaged' } });
  });

  it('replaces, drops, and forgets what was never finished', async () => {
    await put('k', pattern(10));
    await put('k', pattern(20));
    expect(await store.list()).toEqual([{ key: 'k', bytes: 20 }]);
    const crashed = store;
    await crashed.write('other', 0, pattern(10), false);
    store = await BlobStore.open(folder, KEY);
    expect(await readdir(folder)).toHaveLength(1);
    await crashed.drop('other');
    expect(await store.drop('k')).toMatchObject({ ok: true });
    expect(await store.drop('k')).toMatchObject({ ok: true });
    expect(await store.list()).toEqual([]);
  });
});
