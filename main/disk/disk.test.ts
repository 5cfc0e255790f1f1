import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { diskThresholds } from '#shared/bridge/disk.ts';

import { Ballast } from './ballast.ts';
import { DiskGuard } from './guard.ts';
import { BALLAST_BYTES, ballastMove, DEFAULT_THRESHOLDS, FULL_BYTES, levelOf, neededFor } from './levels.ts';

const MIB = 1024 * 1024;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-disk-'));
});

describe('levelOf', () => {
  it.each([
    [2048 * MIB, 'plenty'],
    [2048 * MIB - 1, 'low'],
    [500 * MIB, 'low'],
    [500 * MIB - 1, 'no_photos'],
    [200 * MIB, 'no_photos'],
    [200 * MIB - 1, 'read_only'],
    [FULL_BYTES, 'read_only'],
    [FULL_BYTES - 1, 'full'],
    [0, 'full'],
  ] as const)('%i bytes free: %s', (free, level) => {
    expect(levelOf(free, DEFAULT_THRESHOLDS)).toBe(level);
  });

  it('names the room that the next better level needs', () => {
    for (const level of ['low', 'no_photos', 'read_only', 'full'] as const) {
      const needed = neededFor(level, DEFAULT_THRESHOLDS) ?? 0;
      expect(levelOf(needed - 1, DEFAULT_THRESHOLDS)).not.toBe(levelOf(needed, DEFAULT_THRESHOLDS));
    }
    expect(neededFor('plenty', DEFAULT_THRESHOLDS)).toBeUndefined();
  });
});

describe('the reserve', () => {
  it('is given up on a full disk and made again only where that does not fill it at once', () => {
    expect(ballastMove(FULL_BYTES - 1, true, DEFAULT_THRESHOLDS)).toBe('release');
    expect(ballastMove(FULL_BYTES, true, DEFAULT_THRESHOLDS)).toBe('leave');
    const enough = DEFAULT_THRESHOLDS.readOnlyBytes + 2 * BALLAST_BYTES;
    expect(ballastMove(enough - 1, false, DEFAULT_THRESHOLDS)).toBe('leave');
    expect(ballastMove(enough, false, DEFAULT_THRESHOLDS)).toBe('make');
  });

  it('really takes its room, and gives it back', async () => {
    const ballast = new Ballast(folder);
    expect(await ballast.release()).toBe(false);
    await ballast.make();
    const { size, blocks } = await stat(join(folder, 'ballast.bin'));
    expect(size).toBe(BALLAST_BYTES);
    expect(blocks * 512).toBeGreaterThanOrEqual(BALLAST_BYTES);
    expect(await ballast.isThere()).toBe(true);
    expect(await ballast.release()).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('DiskGuard', () => {
  it('says what is free and makes its reserve; room is made once', async () => {
    const guard = new DiskGuard(folder, { warnBytes: 3, noPhotosBytes: 2, readOnlyBytes: 1 });
    await guard.start();
    guard.stop();
    const state = await guard.state();
    expect(state).toMatchObject({ level: 'plenty', copies: [] });
    expect(state.freeBytes).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual(['ballast.bin']);
    expect(await guard.makeRoom()).toBe(true);
    expect(await guard.makeRoom()).toBe(false);
  });

  it('takes thresholds in their order only', () => {
    expect(diskThresholds.safeParse({ warnBytes: 1, noPhotosBytes: 2, readOnlyBytes: 0 }).success).toBe(false);
    expect(diskThresholds.safeParse(DEFAULT_THRESHOLDS).success).toBe(true);
  });
});
