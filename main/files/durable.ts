import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The short name of a failed system call (`ENOSPC`), or the error's own name. */
export function errnoOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return 'unknown';
}

/** True when a write failed because the disk, or this person's share of it, is full. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errnoOf(error));
}

/** Writes all bytes at a position: one `write` may stop early, for example where a disk or quota ends. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Reads exactly `length` bytes, or fewer where the file ends. */
export async function readUpTo(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

/** Brings a file's content onto the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename in the folder survive a power cut. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder with all above it, each of them entered durably in the one it lies in. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let made = resolve(folder); made !== top; made = dirname(made)) await syncFolder(dirname(made));
}

/** What Windows answers while a virus scanner or an indexer looks at the file; it is over in a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RENAME_AGAIN_MS = [20, 60, 200, 600] as const;

/** Renames a file over another one. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (const waitMs of process.platform === 'win32' ? RENAME_AGAIN_MS : []) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!HELD.has(errnoOf(error))) throw error;
      await pause(waitMs);
    }
  }
  await rename(from, to);
}

/** Replaces a file so that a reader, or the next start after a crash, sees the old or the new content and nothing between. */
export async function writeFileAtomically(path: string, content: Uint8Array | string, mode = 0o600): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
