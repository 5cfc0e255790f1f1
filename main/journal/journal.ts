import { copyFile, link, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, isFull, makeFolder, renameOver, syncFile, syncFolder, writeAll } from '../files/durable.ts';
import { createSerialQueue } from '../files/serialQueue.ts';

import { FILE_HEADER_BYTES, fileHeader, MAX_PAYLOAD_BYTES } from './frame.ts';
import { encode, liveFrames, load, overheadOf, type Loaded } from './journalFrames.ts';
import type { EntryName, JournalOperation, LiveEntries } from './liveEntries.ts';

const FILE = 'journal.bin';
const NEXT = 'journal.next';
const DEAD_BYTES_ALLOWED = 1024 * 1024;
/**
 * What the server has is kept for this long, and so much of it: the server may go back to a backup of yesterday, and this
 * device's store may be lost in the same week.
 */
const SETTLED_MS = 30 * 24 * 3_600_000;
const SETTLED_BYTES = 16 * 1024 * 1024;

/** `detail` is the system's name of the failure (`ENOSPC`). Nothing of the refused call is in the file. */
export type JournalFailure = { readonly code: 'write_failed' | 'too_large'; readonly detail: string };

/** Called when the disk is full; answers whether it made room, so that trying again makes sense. */
export type MakeRoom = () => Promise<boolean>;

const NO_ROOM: MakeRoom = () => Promise.resolve(false);

/**
 * The encrypted, fsync'ed, append-only file behind "saved". One frame holds all entries of a call, so a crash keeps all
 * of them or none. Calls run in the order they were made. When more than half of the file is dead it is written anew
 * beside itself and renamed, so the work per entry stays the same however long nobody syncs.
 */
export class Journal {
  readonly #folder: string;
  readonly #key: Uint8Array;
  readonly #makeRoom: MakeRoom;
  readonly #queue = createSerialQueue();
  readonly #live: LiveEntries;
  readonly #damaged: number;
  #nowMs: number;
  #size: number;
  #file: FileHandle | undefined;
  /** True while bytes of an unanswered call may stand behind the last good frame. */
  #dirty = false;
  /** True while a power cut could bring back the file from before the last rename. */
  #renamed = false;

  private constructor(folder: string, key: Uint8Array, loaded: Loaded, nowMs: number, makeRoom: MakeRoom) {
    this.#nowMs = nowMs;
    this.#folder = folder;
    this.#key = key;
    this.#makeRoom = makeRoom;
    this.#live = loaded.live;
    this.#damaged = loaded.damaged;
    this.#size = loaded.end;
  }

  /**
   * Opens or creates the journal of a profile. A torn tail is cut off: it was never acknowledged. Where anything else is
   * damaged, the file is kept beside before the intact entries are written anew; without room for that it is used as it is.
   */
  static async open(folder: string, key: Uint8Array, nowMs: number, makeRoom = NO_ROOM): Promise<Journal> {
    await makeFolder(folder);
    await rm(join(folder, NEXT), { force: true });
    const bytes = await readFile(join(folder, FILE)).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const loaded = load(key, bytes);
    const journal = new Journal(folder, key, loaded, nowMs, makeRoom);
    if (loaded.damaged > 0) await journal.#startAnew(bytes.length, loaded, nowMs);
    else if (!loaded.hasHeader) await journal.#withRoom(() => journal.#compact());
    else {
      if (bytes.length > loaded.end) await journal.#withRoom(() => journal.#cutBack());
      // The last run may have ended between a rename and its fsync.
      await syncFolder(folder);
      journal.#forget();
      if (loaded.isOlder || journal.#isMostlyDead(0)) await journal.#tryCompact();
    }
    return journal;
  }

  /** Saved when this resolves with `ok`. */
  append(entries: readonly JournalEntry[]): Promise<Result<undefined, JournalFailure>> {
    return this.#queue(() => this.#commit({ op: 'append', entries: [...entries] }));
  }

  /** The server has these events for sure: they are no more among those of `read`, and forgotten after some weeks. */
  settle(keys: readonly string[], nowMs: number): Promise<Result<undefined, JournalFailure>> {
    this.#nowMs = nowMs;
    return this.#queue(() => this.#commit({ op: 'settle', events: keys.map((key) => ({ key, atMs: nowMs })) }));
  }

  /** The settled events that are still kept, after every call made before. */
  settled(): Promise<JournalEntry[]> {
    return this.#queue(() => Promise.resolve(this.#live.list('settled')));
  }

  drop(entries: readonly EntryName[]): Promise<Result<undefined, JournalFailure>> {
    return this.#queue(() => this.#commit({ op: 'drop', entries: entries.map(({ kind, key }) => ({ kind, key })) }));
  }

  /** What the server may lack, after every call made before. */
  read(): Promise<{ entries: JournalEntry[]; damaged: number }> {
    return this.#queue(() => Promise.resolve({ entries: this.#live.list('unsettled'), damaged: this.#damaged }));
  }

  close(): Promise<void> {
    return this.#queue(() => this.#closeFile());
  }

  async #commit(operation: JournalOperation): Promise<Result<undefined, JournalFailure>> {
    const frame = encode(this.#key, operation);
    if (frame.length > MAX_PAYLOAD_BYTES) return err({ code: 'too_large', detail: String(frame.length) });
    try {
      await this.#withRoom(() => this.#write(frame));
    } catch (error) {
      // If even this fails, the next call tries it again before it writes.
      await this.#cutBack().catch(() => undefined);
      return err({ code: 'write_failed', detail: errnoOf(error) });
    }
    this.#size += frame.length;
    this.#live.apply(operation);
    if (this.#isMostlyDead(DEAD_BYTES_ALLOWED)) void this.#queue(() => this.#tryCompact());
    return ok(undefined);
  }

  #isMostlyDead(allowed: number): boolean {
    const dead = this.#deadBytes();
    return dead > allowed && dead * 2 > this.#size;
  }

  #forget(): void {
    this.#live.forget({ sinceMs: this.#nowMs - SETTLED_MS, bytes: SETTLED_BYTES });
  }

  async #write(frame: Buffer): Promise<void> {
    await this.#syncRename();
    if (this.#dirty) await this.#cutBack();
    const file = await this.#handle();
    this.#dirty = true;
    await writeAll(file, frame, this.#size);
    await file.datasync();
    this.#dirty = false;
  }

  /** Tries again once when the disk was full and room could be made. */
  async #withRoom(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isFull(error) || !(await this.#makeRoom())) throw error;
      await work();
    }
  }

  async #cutBack(): Promise<void> {
    const file = await this.#handle();
    await file.truncate(this.#size);
    await file.datasync();
    this.#dirty = false;
  }

  #deadBytes(): number {
    return Math.max(0, this.#size - this.#live.bytes - overheadOf(this.#live));
  }

  /** Keeps a damaged file beside and goes on with what could be read of it. */
  async #startAnew(length: number, loaded: Loaded, nowMs: number): Promise<void> {
    const aside = join(this.#folder, `journal.damaged-${String(nowMs)}.bin`);
    try {
      await this.#withRoom(async () => {
        await keepBeside(join(this.#folder, FILE), aside);
        await this.#compact();
      });
    } catch (error) {
      if (!isFull(error)) throw error;
      // Nothing is lost by going on behind what is there; the next start tries again.
      await rm(aside, { force: true });
      await rm(join(this.#folder, NEXT), { force: true });
      if (loaded.tail === 'damaged') this.#size = length;
      else this.#dirty = loaded.tail === 'torn';
    }
  }

  /** A compaction that fails changes nothing: the longer file stays in use. */
  async #tryCompact(): Promise<void> {
    try {
      await this.#withRoom(() => this.#compact());
    } catch {
      await rm(join(this.#folder, NEXT), { force: true }).catch(() => undefined);
    }
  }

  async #compact(): Promise<void> {
    const next = join(this.#folder, NEXT);
    this.#forget();
    const file = await open(next, 'w', 0o600);
    let size = FILE_HEADER_BYTES;
    try {
      await writeAll(file, fileHeader(), 0);
      for (const frame of liveFrames(this.#key, this.#live)) {
        await writeAll(file, frame, size);
        size += frame.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    // Windows does not rename over an open file.
    await this.#closeFile();
    await renameOver(next, join(this.#folder, FILE));
    this.#size = size;
    this.#dirty = false;
    this.#renamed = true;
    await this.#syncRename();
  }

  /** Without this an acknowledged frame could stand in a file that a power cut takes back. */
  async #syncRename(): Promise<void> {
    if (!this.#renamed) return;
    await syncFolder(this.#folder);
    this.#renamed = false;
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

/** A second name needs no room on the disk; where the file system knows none, a copy. */
async function keepBeside(path: string, aside: string): Promise<void> {
  await rm(aside, { force: true });
  try {
    await link(path, aside);
  } catch {
    await copyFile(path, aside);
    await syncFile(aside);
  }
}
