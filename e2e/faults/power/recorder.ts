import type * as fsPromises from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

/** One step of the file system as the kernel was asked for it, or a promise that was given (`acknowledge`). */
export type Step =
  | { readonly op: 'create'; readonly path: string; readonly inode: number }
  | { readonly op: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly inode: number; readonly length: number }
  | { readonly op: 'sync'; readonly inode: number }
  | { readonly op: 'syncFolder'; readonly path: string }
  | { readonly op: 'folder'; readonly path: string }
  | { readonly op: 'rename'; readonly from: string; readonly to: string }
  | { readonly op: 'link'; readonly from: string; readonly to: string }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'acknowledge'; readonly what: string };

type Handle = fsPromises.FileHandle;
type Promises = typeof fsPromises;

/** Records what the code under test does to files, in order, while it does it for real. */
export class Recorder {
  readonly steps: Step[] = [];
  readonly #inodes = new Map<string, number>();
  #next = 1;
  #restore: (() => void) | undefined;

  /** Notes that something was promised after all steps so far. */
  acknowledge(what: string): void {
    this.steps.push({ op: 'acknowledge', what });
  }

  start(): void {
    const fs = createRequire(import.meta.url)('node:fs/promises') as Promises;
    const real = { open: fs.open, rename: fs.rename, rm: fs.rm, mkdir: fs.mkdir, link: fs.link };
    const patched: Pick<Promises, keyof typeof real> = {
      open: async (path, flags, mode) => {
        const handle = await real.open(path, flags, mode);
        this.#opened(resolve(String(path)), flags, handle);
        return handle;
      },
      rename: async (from, to) => {
        await real.rename(from, to);
        this.#moved(resolve(String(from)), resolve(String(to)));
      },
      link: async (from, to) => {
        await real.link(from, to);
        this.steps.push({ op: 'link', from: resolve(String(from)), to: resolve(String(to)) });
      },
      rm: async (path, options) => {
        await real.rm(path, options);
        this.#inodes.delete(resolve(String(path)));
        this.steps.push({ op: 'remove', path: resolve(String(path)) });
      },
      mkdir: (async (path: string, options: { recursive: true }): Promise<string | undefined> => {
        const first = await real.mkdir(path, options);
        if (first !== undefined) this.#folders(resolve(first), resolve(path));
        return first;
      }) as Promises['mkdir'],
    };
    Object.assign(fs, patched);
    syncBuiltinESMExports();
    this.#restore = () => {
      Object.assign(fs, real);
      syncBuiltinESMExports();
    };
  }

  stop(): void {
    this.#restore?.();
  }

  #folders(first: string, last: string): void {
    const made: string[] = [];
    for (let path = last; path.length >= first.length; path = resolve(path, '..')) made.unshift(path);
    for (const path of made) this.steps.push({ op: 'folder', path });
  }

  #moved(from: string, to: string): void {
    const inode = this.#inodes.get(from);
    this.#inodes.delete(from);
    if (inode !== undefined) this.#inodes.set(to, inode);
    this.steps.push({ op: 'rename', from, to });
  }

  #opened(path: string, flags: string | number | undefined, handle: Handle): void {
    const isNew = flags === 'w' || flags === 'wx';
    if (isNew) {
      this.#inodes.set(path, this.#next);
      this.steps.push({ op: 'create', path, inode: this.#next });
      this.#next += 1;
    }
    const inode = this.#inodes.get(path);
    const note = (step: Step): void => {
      this.steps.push(step);
    };
    const real: Handle['write'] = handle.write.bind(handle);
    const writeFile: Handle['writeFile'] = handle.writeFile.bind(handle);
    const truncate: Handle['truncate'] = handle.truncate.bind(handle);
    const sync: Handle['sync'] = handle.sync.bind(handle);
    const datasync: Handle['datasync'] = handle.datasync.bind(handle);
    const synced = (): void => {
      note(inode === undefined ? { op: 'syncFolder', path } : { op: 'sync', inode });
    };
    Object.assign(handle, {
      write: async (bytes: Uint8Array, from: number, length: number, at: number) => {
        const answer = await real(bytes, from, length, at);
        const written = Buffer.from(bytes.subarray(from, from + answer.bytesWritten));
        if (inode !== undefined) note({ op: 'write', inode, at, bytes: written });
        return answer;
      },
      writeFile: async (content: Uint8Array | string) => {
        await writeFile(content);
        if (inode !== undefined) note({ op: 'write', inode, at: 0, bytes: Buffer.from(content as Uint8Array) });
      },
      truncate: async (length: number) => {
        await truncate(length);
        if (inode !== undefined) note({ op: 'truncate', inode, length });
      },
      sync: async () => {
        await sync();
        synced();
      },
      datasync: async () => {
        await datasync();
        synced();
      },
    });
  }
}
