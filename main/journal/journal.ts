import { copyFile, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, syncFolder, writeAll } from '../files/durable.ts';
import { createSerialQueue } from '../files/serialQueue.ts';
import { seal, unseal } from '../keys/seal.ts';

import {
  encodeFrame,
  FILE_HEADER_BYTES,
  fileHeader,
  JOURNAL_VERSION,
  MAX_PAYLOAD_BYTES,
  readFileHeader,
  scanFrames,
} from './frame.ts';
import { journalOperation, LiveEntries, type EntryName, type JournalOperation } from './liveEntries.ts';

const LABEL = 'journal-frame';
const FILE = 'journal.bin';
const NEXT = 'journal.next';
const ENTRIES_PER_FRAME = 200;
const DEAD_BYTES_ALLOWED = 1024 * 1024;

/** `detail` is the system's name of the failure (`ENOSPC`). Nothing of the refused call is in the file. */
export type JournalFailure = { readonly code: 'write_failed' | 'too_large'; readonly detail: string };

/** The journal was written by a newer version of the app and is left untouched. */
export class NewerJournalError extends Error {
  constructor() {
    super('the journal was written by a newer version');
    this.name = 'NewerJournalError';
  }
}

function encode(key: Uint8Array, operation: JournalOperation): Buffer {
  return encodeFrame(seal(key, Buffer.from(JSON.stringify(operation)), LABEL));
}

function decode(key: Uint8Array, payload: Buffer): JournalOperation | undefined {
  const plain = unseal(key, payload, LABEL);
  if (plain === undefined) return undefined;
  try {
    return journalOperation.safeParse(JSON.parse(plain.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

type Loaded = { readonly live: LiveEntries; readonly damaged: number; readonly end: number; readonly whole: boolean };

function load(key: Uint8Array, bytes: Buffer): Loaded {
  const live = new LiveEntries();
  const version = readFileHeader(bytes);
  if (version !== undefined && version > JOURNAL_VERSION) throw new NewerJournalError();
  const scan = scanFrames(bytes, Math.min(FILE_HEADER_BYTES, bytes.length));
  // A header cut short at creation holds nothing yet; a whole one that is wrong is damage.
  let damaged = scan.damaged + (version === undefined && bytes.length >= FILE_HEADER_BYTES ? 1 : 0);
  for (const payload of scan.payloads) {
    const operation = decode(key, payload);
    if (operation === undefined) damaged += 1;
    else live.apply(operation);
  }
  return { live, damaged, end: scan.end, whole: version !== undefined && damaged === 0 };
}

/**
 * The encrypted, fsync'ed, append-only file behind "saved". One frame holds all entries of a call, so a crash keeps all
 * of them or none. Calls run in the order they were made.
 */
export class Journal {
  readonly #folder: string;
  readonly #key: Uint8Array;
  readonly #queue = createSerialQueue();
  readonly #live: LiveEntries;
  readonly #damaged: number;
  #size: number;
  #file: FileHandle | undefined;
  /** True while bytes of an unanswered call may stand behind the last good frame. */
  #dirty = false;

  private constructor(folder: string, key: Uint8Array, loaded: Loaded) {
    this.#folder = folder;
    this.#key = key;
    this.#live = loaded.live;
    this.#damaged = loaded.damaged;
    this.#size = loaded.end;
  }

  /**
   * Opens or creates the journal of a profile. A torn tail is cut off: it was never acknowledged. Where anything else is
   * damaged, a copy of the file is kept beside it before the intact entries are written anew.
   */
  static async open(folder: string, key: Uint8Array, nowMs: number): Promise<Journal> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, FILE);
    await rm(join(folder, NEXT), { force: true });
    const bytes = await readFile(path).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const loaded = load(key, bytes);
    if (loaded.damaged > 0) {
      await copyFile(path, join(folder, `journal.damaged-${String(nowMs)}.bin`));
      await syncFolder(folder);
    }
    const journal = new Journal(folder, key, loaded);
    if (!loaded.whole) await journal.#compact();
    else {
      if (bytes.length > loaded.end) await journal.#cutBack();
      if (journal.#deadBytes() > 0) await journal.#tryCompact();
    }
    return journal;
  }

  /** Saved when this resolves with `ok`. */
  append(entries: readonly JournalEntry[]): Promise<Result<undefined, JournalFailure>> {
    return this.#queue(() => this.#commit({ op: 'append', entries: [...entries] }));
  }

  drop(entries: readonly EntryName[]): Promise<Result<undefined, JournalFailure>> {
    return this.#queue(() => this.#commit({ op: 'drop', entries: entries.map(({ kind, key }) => ({ kind, key })) }));
  }

  /** After every call made before it. */
  read(): Promise<{ entries: JournalEntry[]; damaged: number }> {
    return this.#queue(() => Promise.resolve({ entries: this.#live.list(), damaged: this.#damaged }));
  }

  close(): Promise<void> {
    return this.#queue(() => this.#closeFile());
  }

  async #commit(operation: JournalOperation): Promise<Result<undefined, JournalFailure>> {
    const frame = encode(this.#key, operation);
    if (frame.length > MAX_PAYLOAD_BYTES) return err({ code: 'too_large', detail: String(frame.length) });
    try {
      if (this.#dirty) await this.#cutBack();
      const file = await this.#handle();
      this.#dirty = true;
      await writeAll(file, frame, this.#size);
      await file.datasync();
      this.#dirty = false;
    } catch (error) {
      // If even this fails, the next call tries it again before it writes.
      await this.#cutBack().catch(() => undefined);
      return err({ code: 'write_failed', detail: errnoOf(error) });
    }
    this.#size += frame.length;
    this.#live.apply(operation);
    const dead = this.#deadBytes();
    if (dead > DEAD_BYTES_ALLOWED && dead * 2 > this.#size) void this.#queue(() => this.#tryCompact());
    return ok(undefined);
  }

  async #cutBack(): Promise<void> {
    const file = await this.#handle();
    await file.truncate(this.#size);
    await file.datasync();
    this.#dirty = false;
  }

  #encodeLive(): Buffer[] {
    const entries = this.#live.list();
    const frames: Buffer[] = [fileHeader()];
    for (let at = 0; at < entries.length; at += ENTRIES_PER_FRAME) {
      frames.push(encode(this.#key, { op: 'append', entries: entries.slice(at, at + ENTRIES_PER_FRAME) }));
    }
    return frames;
  }

  #deadBytes(): number {
    const overhead = this.#encodedOverhead();
    return Math.max(0, this.#size - this.#live.bytes - overhead);
  }

  /** Upper bound of header, frame and JSON bytes that a freshly written file of the live entries needs. */
  #encodedOverhead(): number {
    const count = this.#live.count;
    return FILE_HEADER_BYTES + count + Math.ceil(count / ENTRIES_PER_FRAME) * 96;
  }

  /** A compaction that fails changes nothing: the longer file stays in use. */
  async #tryCompact(): Promise<void> {
    try {
      await this.#compact();
    } catch {
      await rm(join(this.#folder, NEXT), { force: true }).catch(() => undefined);
    }
  }

  async #compact(): Promise<void> {
    const next = join(this.#folder, NEXT);
    const bytes = Buffer.concat(this.#encodeLive());
    const file = await open(next, 'w', 0o600);
    try {
      await writeAll(file, bytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    // Windows does not rename over an open file.
    await this.#closeFile();
    await rename(next, join(this.#folder, FILE));
    this.#size = bytes.length;
    this.#dirty = false;
    await syncFolder(this.#folder);
  }

  async #handle(): Promise<FileHandle> {
    this.#file ??= await open(join(this.#folder, FILE), 'r+');
    return this.#file;
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }
}
