import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { readCatalogue } from './catalogue.ts';
import { writeFileAtomically } from './durable.ts';
import { safeFileName } from './fileName.ts';
import { createSerialQueue } from './serialQueue.ts';
import { parseServerUrl, readSettings, writeSettings } from './settings.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunzhi-files-'));
});

describe('parseServerUrl', () => {
  it.each([
    ['http://127.0.0.1:5984/', 'http://127.0.0.1:5984'],
    [' https://Couch.Example.cn ', 'https://couch.example.cn'],
    ['https://couch.example.cn:443', 'https://couch.example.cn'],
  ])('takes %s', (text, server) => {
    expect(parseServerUrl(text)).toEqual({ ok: true, value: server });
  });

  it.each([
    '',
    'couch.example.cn',
    'ftp://a',
    'file:///etc',
    'http://u:p@a',
    'http://u@a',
    'http://a/db',
    'http://a/?q',
    'http://a/#f',
    'http://[::1]:5984',
    "http://a;script-src 'unsafe-eval'",
  ])('refuses %j', (text) => {
    expect(parseServerUrl(text)).toEqual({ ok: false, error: 'bad_url' });
  });
});

describe('settings', () => {
  it('come back as written, and are empty at first', async () => {
    expect(await readSettings(folder)).toEqual({ server: null });
    await writeSettings(folder, { server: 'http://a' });
    expect(await readSettings(folder)).toEqual({ server: 'http://a' });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('that are damaged count as none and are kept aside', async () => {
    await writeFile(join(folder, 'settings.json'), '{"version":1,"ser');
    expect(await readSettings(folder)).toEqual({ server: null });
    expect(await readdir(folder)).toEqual(['settings.json.damaged']);
  });

  it('never bring a server that a CSP could be broken with', async () => {
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ version: 1, server: "http://a 'unsafe-eval'" }));
    expect(await readSettings(folder)).toEqual({ server: null });
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
