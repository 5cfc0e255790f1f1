import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, it, vi } from 'vitest';

import { inTemporaryFolder } from './temporary.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('gives temporary files a folder of their own that goes at the end, however it ends', async () => {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, tmpdir());
  const made: string[] = [];
  const work = (): Promise<string> => {
    made.push(mkdtempSync(join(tmpdir(), 'profile-')));
    return Promise.resolve('done');
  };
  expect(await inTemporaryFolder(work)).toBe('done');
  await expect(inTemporaryFolder(async () => Promise.reject(new Error(await work())))).rejects.toThrow('done');
  expect(made.map((folder) => folder.includes('xunzhi-run-'))).toEqual([true, true]);
  expect(made.map((folder) => existsSync(folder))).toEqual([false, false]);
});
