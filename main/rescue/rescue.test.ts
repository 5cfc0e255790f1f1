import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { listCopies } from './copies.ts';
import { doSetAside, lastSetAside, orderSetAside } from './setAside.ts';

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'xunzhi-rescue-'));
  await mkdir(join(profile, 'IndexedDB'));
  await writeFile(join(profile, 'IndexedDB', 'rows'), 'old');
});

describe('setting the store aside', () => {
  it('moves nothing unasked', async () => {
    await doSetAside(profile, 1000);
    expect(await readdir(profile)).toEqual(['IndexedDB']);
    expect(await lastSetAside(profile)).toBeUndefined();
  });

  it('moves the whole folder once and says where it lies', async () => {
    expect(await orderSetAside(profile, 'Internal error', 1000)).toEqual({ ok: true, value: undefined });
    await doSetAside(profile, 2000);
    await doSetAside(profile, 3000);
    const copy = join(profile, 'IndexedDB.aside-2000');
    expect(await readFile(join(copy, 'rows'), 'utf8')).toBe('old');
    expect(await lastSetAside(profile)).toEqual({ reason: 'Internal error', atMs: 1000, copy });
    expect(await listCopies(profile)).toEqual([{ path: copy, at: '1970-01-01T00:00:02.000Z' }]);
  });

  it('keeps every earlier copy, oldest first, and stops when it does not help', async () => {
    await orderSetAside(profile, 'a', 1000);
    await doSetAside(profile, 1001);
    await writeFile(join(profile, 'IndexedDB'), 'a file this time');
    await orderSetAside(profile, 'b', 2000);
    await doSetAside(profile, 2001);
    expect((await listCopies(profile)).map(({ at }) => at)).toEqual([
      '1970-01-01T00:00:01.001Z',
      '1970-01-01T00:00:02.001Z',
    ]);
    expect(await orderSetAside(profile, 'c', 3000)).toEqual({ ok: false, error: 'tried_already' });
    expect(await orderSetAside(profile, 'c', 3000 + 3_600_000)).toMatchObject({ ok: true });
  });
});
