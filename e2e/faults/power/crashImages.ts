import { dirname } from 'node:path';

import type { Step } from './recorder.ts';

/** What a disk may hold after the power went: files by path. Folders are those of its files. */
export type Image = ReadonlyMap<string, Buffer>;

type Content = { durable: Buffer; now: Buffer; torn: Buffer };

/** A disk that remembers what it was told to keep (fsync) beside what it was only told. */
class Disk {
  readonly #root: string;
  readonly #files = new Map<number, Content>();
  #names = new Map<string, number>();
  #durableNames = new Map<string, number>();
  readonly #folders = new Set<string>();
  readonly #durableFolders: Set<string>;

  constructor(root: string) {
    this.#root = root;
    this.#durableFolders = new Set([root]);
  }

  apply(step: Step): void {
    if (step.op === 'create') {
      this.#files.set(step.inode, { durable: Buffer.alloc(0), now: Buffer.alloc(0), torn: Buffer.alloc(0) });
      this.#names.set(step.path, step.inode);
    } else if (step.op === 'write') this.#write(step.inode, step.at, step.bytes);
    else if (step.op === 'truncate') {
      const file = this.#file(step.inode);
      file.torn = file.now;
      file.now = file.now.subarray(0, step.length);
    } else if (step.op === 'sync') {
      const file = this.#file(step.inode);
      file.durable = file.now;
      file.torn = file.now;
    } else if (step.op === 'folder') this.#folders.add(step.path);
    else if (step.op === 'syncFolder') this.#syncFolder(step.path);
    else if (step.op === 'rename') this.#name(step.to, this.#take(step.from));
    else if (step.op === 'link') this.#name(step.to, this.#names.get(step.from));
    else if (step.op === 'remove') this.#names.delete(step.path);
  }

  /** Every combination of names and contents that a power cut here may leave. */
  images(): Image[] {
    const contents: ((file: Content) => Buffer)[] = [
      (file) => file.durable,
      (file) => file.now,
      (file) => file.torn,
      // The length was kept, the bytes were not.
      (file) => Buffer.concat([file.durable, Buffer.alloc(Math.max(0, file.now.length - file.durable.length))]),
    ];
    return [this.#durableNames, this.#names].flatMap((names) => contents.map((content) => this.#image(names, content)));
  }

  #image(names: ReadonlyMap<string, number>, content: (file: Content) => Buffer): Image {
    const isDurable = names === this.#durableNames;
    const image = new Map<string, Buffer>();
    for (const [path, inode] of names)
      if (!isDurable || this.#isKept(dirname(path))) image.set(path, content(this.#file(inode)));
    return image;
  }

  #isKept(folder: string): boolean {
    if (!folder.startsWith(this.#root) || folder === this.#root) return true;
    return this.#durableFolders.has(folder) && this.#isKept(dirname(folder));
  }

  #syncFolder(folder: string): void {
    for (const path of this.#folders) if (dirname(path) === folder) this.#durableFolders.add(path);
    const elsewhere = [...this.#durableNames].filter(([path]) => dirname(path) !== folder);
    const here = [...this.#names].filter(([path]) => dirname(path) === folder);
    this.#durableNames = new Map([...elsewhere, ...here]);
  }

  #write(inode: number, at: number, bytes: Buffer): void {
    const file = this.#file(inode);
    const put = (part: Buffer): Buffer => {
      const next = Buffer.alloc(Math.max(file.now.length, at + part.length));
      file.now.copy(next);
      part.copy(next, at);
      return next;
    };
    file.torn = put(bytes.subarray(0, Math.floor(bytes.length / 2)));
    file.now = put(bytes);
  }

  #file(inode: number): Content {
    const file = this.#files.get(inode);
    if (file === undefined) throw new Error(`file ${String(inode)} was never made`);
    return file;
  }

  #take(path: string): number | undefined {
    const inode = this.#names.get(path);
    this.#names.delete(path);
    return inode;
  }

  #name(path: string, inode: number | undefined): void {
    if (inode !== undefined) this.#names.set(path, inode);
  }
}

/** Plays the steps and hands on, after each, every image that a power cut may leave and what had been promised by then. */
export async function eachCrash(
  root: string,
  steps: readonly Step[],
  look: (image: Image, promised: readonly string[], after: number) => Promise<void>,
): Promise<void> {
  const disk = new Disk(root);
  const promised: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.op === 'acknowledge') promised.push(step.what);
    else disk.apply(step);
    for (const image of disk.images()) await look(image, promised, index);
  }
}
