import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { NotPossibleHere } from '../../fixtures/entry.ts';

/** This machine does not let us mount a file system; nothing was tried. */
export class NoSmallDisk extends NotPossibleHere {
  constructor(kind: string, reason: string) {
    super(`no ${kind} can be mounted here (Linux, as root, is needed): ${reason}`);
  }
}

const REFILL_EVERY_MS = 40;
const BLOCK_BYTES = 4096;

/** A file system of its own that can be filled to the last byte. It ends with `unmount`, at the latest with this process. */
export class SmallDisk {
  readonly folder: string;
  readonly #base: string;
  readonly #filler: string;
  #keeper: ReturnType<typeof setInterval> | undefined;
  readonly #atExit = (): void => {
    this.#release();
  };

  private constructor(base: string) {
    this.#base = base;
    this.folder = join(base, 'disk');
    this.#filler = join(this.folder, 'filler.bin');
    process.once('exit', this.#atExit);
  }

  /** In memory, of as many bytes. Throws `NoSmallDisk`. */
  static inMemory(bytes: number): SmallDisk {
    return SmallDisk.#mount('tmpfs', (disk) => {
      run('mount', '-t', 'tmpfs', '-o', `size=${String(bytes)}`, 'tmpfs', disk.folder);
    });
  }

  /** Of any size on a sparse file: what fills it takes no room on the machine's own disk. Throws `NoSmallDisk`. */
  static sparse(bytes: number): SmallDisk {
    return SmallDisk.#mount('loop device', (disk) => {
      const image = join(disk.#base, 'image');
      closeSync(openSync(image, 'w'));
      truncateSync(image, bytes);
      run('mkfs.ext4', '-q', '-F', '-m', '0', '-O', '^has_journal', '-E', 'nodiscard,lazy_itable_init=1', image);
      run('mount', '-o', 'loop', image, disk.folder);
    });
  }

  static #mount(kind: string, mount: (disk: SmallDisk) => void): SmallDisk {
    const disk = new SmallDisk(mkdtempSync(join(tmpdir(), 'xunzhi-disk-')));
    mkdirSync(disk.folder);
    try {
      mount(disk);
    } catch (error) {
      disk.unmount();
      throw new NoSmallDisk(kind, error instanceof Error ? error.message.trim() : String(error));
    }
    return disk;
  }

  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Takes or gives back room until so many bytes are free. */
  leave(freeBytes: number): void {
    const size = Math.max(0, this.#size() + this.freeBytes - freeBytes);
    if (size < this.#size()) truncateSync(this.#filler, size);
    else if (size > this.#size()) reserve(this.#filler, this.#size(), size - this.#size());
  }

  /** Nothing is left, not a byte. What somebody else gives back stays free. */
  fill(): void {
    for (let size = this.freeBytes; size >= BLOCK_BYTES; size = Math.floor(size / 2))
      if (size <= this.freeBytes) reserve(this.#filler, this.#size(), size);
    const file = openSync(this.#filler, 'a');
    try {
      for (const block = Buffer.alloc(BLOCK_BYTES); ;) writeSync(file, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  /** The same, and whatever is given back is taken at once, until `clear`. */
  keepFull(): void {
    this.fill();
    this.#keeper ??= setInterval(() => {
      if (this.freeBytes > 0) this.fill();
    }, REFILL_EVERY_MS);
  }

  /** Makes room again. */
  clear(): void {
    clearInterval(this.#keeper);
    this.#keeper = undefined;
    const file = openSync(this.#filler, 'a');
    ftruncateSync(file, 0);
    closeSync(file);
  }

  unmount(): void {
    process.removeListener('exit', this.#atExit);
    this.#release();
  }

  #size(): number {
    return statSync(this.#filler, { throwIfNoEntry: false })?.size ?? 0;
  }

  #release(): void {
    clearInterval(this.#keeper);
    try {
      // Lazily: a child of the app may still end.
      run('umount', '-l', this.folder);
    } catch {
      // It was never mounted.
    }
    rmSync(this.#base, { recursive: true, force: true });
  }
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, [...args], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
}

/** Without writing it: the room is gone at once. Somebody else may have been faster; then nothing is reserved. */
function reserve(path: string, at: number, bytes: number): void {
  try {
    run('fallocate', '-o', String(at), '-l', String(bytes), path);
  } catch {
    return;
  }
}
