import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { FILE_HEADER_BYTES, scanFrames } from './frame.ts';
import { Journal } from './journal.ts';

const CHILD = fileURLToPath(new URL('./testing/appendForever.ts', import.meta.url));
const KEY = Buffer.alloc(32, 9);

async function aFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'xunzhi-kill-')), 'journal');
}

/** Collects the lines the child printed; `onLine` may kill it. */
function run(child: ChildProcess, onLine: (lines: number) => void): Promise<string[]> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('no output to read');
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      onLine(lines.length);
    });
    child.on('error', reject);
    child.on('close', () => {
      resolve(lines);
    });
  });
}

async function keysIn(folder: string): Promise<{ keys: string[]; damaged: number }> {
  const journal = await Journal.open(folder, KEY, Date.now());
  const { entries, damaged } = await journal.read();
  await journal.close();
  return { keys: entries.map(({ key }) => key), damaged };
}

describe('Journal of a process that ends badly', () => {
  it.each([1, 7, 40, 150])('loses nothing acknowledged after kill -9 at %i appends', async (killAfter) => {
    const folder = await aFolder();
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, '100000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = await run(child, (count) => {
      if (count === killAfter) child.kill('SIGKILL');
    });
    expect(child.signalCode).toBe('SIGKILL');
    expect(lines.length).toBeGreaterThanOrEqual(killAfter);
    const { keys, damaged } = await keysIn(folder);
    expect(damaged).toBe(0);
    for (const line of lines) {
      const n = line.replace('saved ', '');
      expect(keys).toContain(`${n}-a`);
    }
    // One frame per call: both of a pair or none.
    const count = (suffix: string): number => keys.filter((key) => key.endsWith(suffix)).length;
    expect(count('-a')).toBe(count('-b'));
  });

  it.skipIf(process.platform === 'win32')(
    'refuses by name when the disk takes no more, and keeps what it had',
    async () => {
      const folder = await aFolder();
      // A file size limit makes the kernel write a part of a frame and then fail, as a full disk does.
      const command = `ulimit -f 40; exec "$0" --import tsx "$1" "$2" 60`;
      const child = spawn('bash', ['-c', command, process.execPath, CHILD, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = await run(child, () => undefined);
      const saved = lines.filter((line) => line.startsWith('saved '));
      const refused = lines.filter((line) => line.startsWith('EFBIG '));
      expect(saved.length).toBeGreaterThan(3);
      expect(refused.length).toBeGreaterThan(3);
      expect(saved.length + refused.length).toBe(60);
      const left = scanFrames(await readFile(join(folder, 'journal.bin')), FILE_HEADER_BYTES);
      expect(left).toMatchObject({ tail: 'none', damaged: 0 });
      expect(left.payloads).toHaveLength(saved.length);
      const { keys, damaged } = await keysIn(folder);
      expect(damaged).toBe(0);
      expect(keys.filter((key) => key.endsWith('-a'))).toEqual(saved.map((line) => line.replace('saved ', '') + '-a'));
    },
  );
});
