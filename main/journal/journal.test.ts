import { appendFile, mkdtemp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { JournalEntry } from '#shared/bridge/port.ts';

import { fileHeader } from './frame.ts';
import { Journal } from './journal.ts';
import { NewerJournalError } from './journalFrames.ts';

const KEY = Buffer.alloc(32, 5);
let folder: string;
let path: string;

const anEvent = (key: string, body: unknown = { text: key }): JournalEntry => ({
  kind: 'event',
  key,
  db: 'case-a-2026',
  body,
});
const aDraft = (key: string, body: unknown): JournalEntry => ({ kind: 'draft', key, body });
const opened: Journal[] = [];

const OPENED_MS = 1_700_000_000_000;

async function open(key: Buffer = KEY, nowMs = OPENED_MS): Promise<Journal> {
  const journal = await Journal.open(folder, key, nowMs);
  opened.push(journal);
  return journal;
}

const keysOf = async (journal: Journal): Promise<string[]> => (await journal.read()).entries.map(({ key }) => key);

async function withEntries(...entries: readonly JournalEntry[]): Promise<void> {
  const journal = await open();
  for (const entry of entries) expect(await journal.append([entry])).toMatchObject({ ok: true });
  await journal.close();
}

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'xunzhi-journal-')), 'journal');
  path = join(folder, 'journal.bin');
});

afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
});

describe('Journal', { timeout: 30_000 }, () => {
  it('keeps entries in order of writing over a restart', async () => {
    await withEntries(anEvent('a'), anEvent('b'), aDraft('d', { n: 1 }));
    const journal = await open();
    expect(await journal.read()).toEqual({ entries: [anEvent('a'), anEvent('b'), aDraft('d', { n: 1 })], damaged: 0 });
  });

  it('lets the last draft of a key count and drops by kind and key', async () => {
    const journal = await open();
    await journal.append([aDraft('x', 1), anEvent('x')]);
    await journal.append([aDraft('x', 2)]);
    expect((await journal.read()).entries).toEqual([anEvent('x'), aDraft('x', 2)]);
    await journal.drop([{ kind: 'event', key: 'x' }]);
    await journal.close();
    expect((await (await open()).read()).entries).toEqual([aDraft('x', 2)]);
  });

  it('runs calls made at once in the order they were made', async () => {
    const journal = await open();
    const names = Array.from({ length: 50 }, (_, index) => `e${String(index)}`);
    await Promise.all(names.map((name) => journal.append([anEvent(name)])));
    await journal.close();
    expect(await keysOf(await open())).toEqual(names);
  });

  it('holds no text in plain', async () => {
    await withEntries(anEvent('secret-key', { text: '标记 MARKER' }));
    const bytes = await readFile(path);
    for (const text of ['MARKER', '标记', 'secret-key', 'case-a-2026']) expect(bytes.includes(text)).toBe(false);
  });

  it('cuts a torn tail at any length and goes on writing', async () => {
    await withEntries(anEvent('a'), anEvent('b'));
    const before = await readFile(path);
    await withEntries(anEvent('c'));
    const after = await readFile(path);
    for (let length = before.length + 1; length < after.length; length += 11) {
      await writeFile(path, after.subarray(0, length));
      const journal = await open();
      expect(await journal.read()).toMatchObject({ damaged: 0 });
      await journal.append([anEvent('d')]);
      await journal.close();
      expect(await keysOf(await open())).toEqual(['a', 'b', 'd']);
    }
    expect(await readdir(folder)).toEqual(['journal.bin']);
  });

  it('skips a damaged frame in the middle, counts it and keeps the damaged file aside', async () => {
    await withEntries(anEvent('a'), anEvent('b'), anEvent('c'));
    const bytes = await readFile(path);
    const frame = (bytes.length - fileHeader().length) / 3;
    const at = Math.floor(fileHeader().length + frame * 1.5);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const journal = await open();
    expect((await journal.read()).damaged).toBe(1);
    expect(await keysOf(journal)).toEqual(['a', 'c']);
    await journal.close();
    expect(await readFile(join(folder, 'journal.damaged-1700000000000.bin'))).toEqual(bytes);
    expect((await (await open()).read()).damaged).toBe(0);
  });

  it('keeps a file that its key does not open', async () => {
    await withEntries(anEvent('a'));
    const bytes = await readFile(path);
    const journal = await open(Buffer.alloc(32, 6));
    expect(await journal.read()).toEqual({ entries: [], damaged: 1 });
    expect(await readFile(join(folder, 'journal.damaged-1700000000000.bin'))).toEqual(bytes);
  });

  it('does not touch a file of a newer version', async () => {
    await withEntries(anEvent('a'));
    const newer = Buffer.concat([fileHeader(3), Buffer.from('future')]);
    await writeFile(path, newer);
    await expect(open()).rejects.toBeInstanceOf(NewerJournalError);
    expect(await readFile(path)).toEqual(newer);
  });

  it('starts anew over a header that was cut short, and over leftovers of a compaction', async () => {
    await withEntries();
    await truncate(path, 5);
    await writeFile(join(folder, 'journal.next'), 'half');
    const journal = await open();
    expect(await journal.read()).toEqual({ entries: [], damaged: 0 });
    expect(await journal.append([anEvent('a')])).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual(['journal.bin']);
  });

  it('writes the live entries anew when most of the file is dead', async () => {
    const journal = await open();
    await journal.append([anEvent('kept')]);
    const text = 'x'.repeat(100_000);
    for (let n = 0; n < 20; n += 1) await journal.append([aDraft('form', { n, text })]);
    await journal.read();
    expect((await stat(path)).size).toBeLessThan(1_200_000);
    await journal.append([anEvent('later')]);
    await journal.close();
    const again = await open();
    expect(await keysOf(again)).toEqual(['kept', 'form', 'later']);
    expect((await stat(path)).size).toBeLessThan(120_000);
  });

  it('keeps what the server has for a month, apart from what waits', async () => {
    const journal = await open();
    await journal.append([anEvent('a'), anEvent('b'), anEvent('c')]);
    await journal.settle(['a', 'b', 'unknown'], OPENED_MS);
    expect(await keysOf(journal)).toEqual(['c']);
    expect(await journal.settled()).toEqual([anEvent('a'), anEvent('b')]);
    await journal.append([anEvent('b')]);
    await journal.close();
    const again = await open();
    expect(await keysOf(again)).toEqual(['c', 'b']);
    expect(await again.settled()).toEqual([anEvent('a')]);
    await again.drop([{ kind: 'event', key: 'b' }]);
    await again.close();
    const later = await open(KEY, OPENED_MS + 31 * 24 * 3_600_000);
    expect(await later.settled()).toEqual([]);
    expect(await keysOf(later)).toEqual(['c']);
  });

  it('keeps what the server has through a compaction, the latest first where it is too much', async () => {
    const journal = await open();
    const large = 'x'.repeat(1_000_000);
    for (let n = 0; n < 20; n += 1) {
      await journal.append([anEvent(String(n), large)]);
      await journal.settle([String(n)], OPENED_MS + n);
    }
    await journal.append([anEvent('waits')]);
    for (let n = 0; n < 30; n += 1) await journal.append([aDraft('form', { n, large })]);
    await journal.close();
    const again = await open();
    const kept = (await again.settled()).map(({ key }) => key);
    expect(kept).toEqual(['4', '5', '6', '7', '8', '9', ...Array.from({ length: 10 }, (_, at) => String(at + 10))]);
    expect(await keysOf(again)).toEqual(['waits', 'form']);
    expect((await stat(path)).size).toBeLessThan(36_000_000);
  });

  it('is written anew when an older version wrote it', async () => {
    await withEntries(anEvent('a'));
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([fileHeader(1), bytes.subarray(fileHeader().length)]));
    expect(await keysOf(await open())).toEqual(['a']);
    expect((await readFile(path)).subarray(0, fileHeader().length)).toEqual(fileHeader());
  });

  it('is not written anew at each start', async () => {
    await withEntries(...Array.from({ length: 300 }, (_, index) => anEvent(String(index))));
    await (await open()).close();
    const { ino } = await stat(path);
    await (await open()).close();
    expect((await stat(path)).ino).toBe(ino);
  });

  it('counts junk behind the last frame as damage', async () => {
    await withEntries(anEvent('a'));
    await appendFile(path, 'junk that is no frame');
    expect(await (await open()).read()).toMatchObject({ entries: [anEvent('a')], damaged: 1 });
  });
});
