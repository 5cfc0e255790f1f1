import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ROOT, SetupError } from '../run/project.mjs';

import { resolveElectron } from './resolve.mjs';

describe.runIf(process.platform === 'linux')('ELECTRON_OVERRIDE_DIST_PATH', () => {
  let folder = '';
  let said: string[] = [];
  const say = (line: string): void => void said.push(line);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'electron-'));
    said = [];
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('wins, says so, and is told the project on its command line', async () => {
    writeFileSync(path.join(folder, 'electron'), '');
    writeFileSync(path.join(folder, 'version'), 'v45.4.1\n');
    const runtime = await resolveElectron({ say });
    expect(runtime).toMatchObject({ version: '45.4.1', source: 'override' });
    expect(runtime.executablePath).toBe(path.join(folder, 'electron'));
    expect(runtime.args.at(-1)).toBe(ROOT);
    expect(said[0]).toContain('Electron 45.4.1: the one ELECTRON_OVERRIDE_DIST_PATH names');
  });

  it('gets no project where one is linked, and --no-sandbox as root only, said aloud', async () => {
    writeFileSync(path.join(folder, 'electron'), '');
    mkdirSync(path.join(folder, 'resources', 'app'), { recursive: true });
    const runtime = await resolveElectron({ say });
    const isRoot = process.getuid?.() === 0;
    expect(runtime.args).toEqual(isRoot ? ['--no-sandbox'] : []);
    expect(said.some((line) => line.includes('--no-sandbox'))).toBe(isRoot);
  });

  it('is refused when there is no Electron in it', async () => {
    await expect(resolveElectron({ say })).rejects.toThrow(SetupError);
  });
});
