import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { readCatalogue } from './catalogue.ts';
import { writeFileAtomically } from './durable.ts';
import { safeFileName } from './fileName.ts';
import { createSerialQueue } from './serialQueue.ts';
import { readSettings, writeSettings } from './settings.ts';

const NONE = { server: null, caFile: null, proxy: null };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-files-'));
});

describe('settings', () => {
  it('come back as written, and are empty at first', async () => {
    expect(await readSettings(folder)).toEqual(NONE);
    const all = { server: 'https://a', caFile: '/ca.pem', proxy: 'http://p:8080' };
    await writeSettings(folder, all);
    expect(await readSettings(folder)).toEqual(all);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('keep how much fetched photos may take; a value that makes no sense counts as absent', async () => {
    await writeSettings(folder, { ...NONE, photoLimitBytes: 1_000_000 });
    expect(await readSettings(folder)).toEqual({ ...NONE, photoLimitBytes: 1_000_000 });
    await writeFile(join(folder, 'settings.json'), '{"version":1,"server":null,"photoLimitBytes":-1}');
    expect(await readSettings(folder)).toEqual(NONE);
  });

  it('of an earlier version have neither authority nor proxy', async () => {
    await writeFile(join(folder, 'settings.json'), '{"version":1,"server":"http://127.0.0.1:5984"}');
    expect(await readSettings(folder)).toEqual({ ...NONE, server: 'http://127.0.0.1:5984' });
  });

  it('that are damaged count as none and are kept aside', async () => {
    await writeFile(join(folder, 'settings.json'), '{"version":1,"ser');
    expect(await readSettings(folder)).toEqual(NONE);
    expect(await readdir(folder)).toEqual(['settings.json.damaged']);
  });

  it.each(["https://a 'unsafe-eval'", 'http://192.168.1.5:5984'])('never bring the server %j', async (server) => {
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ version: 1, server, proxy: 'ftp://x' }));
    expect(await readSettings(folder)).toEqual(NONE);
  });
});

describe('writeFileAtomically', () => {
  it('leaves the old file and no rest when it fails', async () => {
    const target = join(folder, 'taken');
    await mkdir(join(target, 'inside'), { recursive: true });
    await expect(writeFileAtomically(target, 'text')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
    await writeFileAtomically(join(folder, 'file'), 'one');
    await writeFileAtomically(join(folder, 'file'), 'two');
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('two');
  });
});

describe('readCatalogue', () => {
  it('names every file, and why one could not be read', async () => {
    await mkdir(join(folder, 'checklists'));
    await writeFile(join(folder, 'checklists', 'b.json'), '{"门前":3}');
    await writeFile(join(folder, 'a.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    await writeFile(join(folder, 'big.json'), Buffer.alloc(5 * 1024 * 1024 + 1, 0x20));
    await writeFile(join(folder, 'note.txt'), 'not a catalogue file');
    expect(await readCatalogue(folder)).toEqual([
      { name: 'a.json', problem: 'not_utf8' },
      { name: 'big.json', problem: 'too_large' },
      { name: 'checklists/b.json', text: '{"门前":3}' },
    ]);
  });

  it('names a folder that is not there', async () => {
    expect(await readCatalogue(join(folder, 'none'))).toEqual([{ name: '.', problem: 'ENOENT' }]);
  });
});

describe('safeFileName', () => {
  it.each([
    ['责令限期改正通知书.pdf', '责令限期改正通知书.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a\\b:c\u0000.pdf', 'a_b_c_.pdf'],
    ['con.pdf', '_con.pdf'],
    ['...', '_'],
  ])('makes %j the file %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});

describe('createSerialQueue', () => {
  it('runs the next job after one that failed', async () => {
    const queue = createSerialQueue();
    const failed = queue(() => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(await queue(() => Promise.resolve(1))).toBe(1);
  });
});
