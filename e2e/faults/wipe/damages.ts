import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import type { SeededRandom } from '../../fixtures/random.ts';

/** The folder that Chromium keeps every IndexedDB of a profile in. */
export const STORE_FOLDER = 'IndexedDB';

/** One way in which a store can be gone or garbled between two starts; throws when it changed nothing. */
export type Damage = { readonly name: string; readonly do: (profile: string, random: SeededRandom) => void };

const folderOf = (profile: string): string => join(profile, STORE_FOLDER);

/** The LevelDB folder or the folder of large values, which Chromium names after the origin. */
function partOf(profile: string, part: 'leveldb' | 'blob'): string {
  const name = readdirSync(folderOf(profile)).find((one) => one.endsWith(`.indexeddb.${part}`));
  if (name === undefined) throw new Error(`the store has no ${part} folder`);
  return join(folderOf(profile), name);
}

/** Files of the LevelDB folder by their kind; there must be one. */
function filesOf(profile: string, kind: RegExp): string[] {
  const folder = partOf(profile, 'leveldb');
  const files = readdirSync(folder)
    .filter((name) => kind.test(name))
    .map((name) => join(folder, name));
  if (files.length === 0) throw new Error(`the store has no file like ${String(kind)}`);
  return files;
}

/** Every file under a folder. */
function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : [path];
  });
}

const remove = (path: string): void => {
  if (!existsSync(path)) throw new Error(`${path} is not there to be deleted`);
  rmSync(path, { recursive: true, force: true });
};
const halve = (path: string): void => {
  truncateSync(path, Math.floor(statSync(path).size / 2));
};
const zero = (path: string): void => {
  writeFileSync(path, Buffer.alloc(statSync(path).size));
};

/** Random bytes over the middle third. */
function garble(path: string, random: SeededRandom): void {
  const bytes = readFileSync(path);
  const [from, to] = [Math.floor(bytes.length / 3), Math.ceil((bytes.length * 2) / 3)];
  for (let at = from; at < to; at += 32) bytes.set(random.bytes().subarray(0, Math.min(32, to - at)), at);
  writeFileSync(path, bytes);
}

function swap(one: string, other: string): void {
  renameSync(one, `${one}.swap`);
  renameSync(other, one);
  renameSync(`${one}.swap`, other);
}

function replaceByFile(path: string): void {
  remove(path);
  writeFileSync(path, 'not a folder');
}

function replaceByFolder(path: string): void {
  remove(path);
  mkdirSync(path);
  writeFileSync(join(path, 'here'), 'not a file');
}

const MANIFEST = /^MANIFEST-/;
const LOG = /^\d+\.log$/;
const TABLE = /^\d+\.ldb$/;

const one = (name: string, kind: RegExp, change: (path: string, random: SeededRandom) => void): Damage => ({
  name,
  do: (profile, random) => {
    for (const path of filesOf(profile, kind)) change(path, random);
  },
});

/** Twenty-two ways, from "all gone" to single bytes. */
export const DAMAGES: readonly Damage[] = [
  {
    name: 'the whole store deleted',
    do: (profile: string): void => {
      remove(folderOf(profile));
    },
  },
  {
    name: 'the LevelDB folder deleted',
    do: (profile: string): void => {
      remove(partOf(profile, 'leveldb'));
    },
  },
  {
    name: 'the folder of large values deleted',
    do: (profile: string): void => {
      remove(partOf(profile, 'blob'));
    },
  },
  one('CURRENT deleted', /^CURRENT$/, remove),
  one('CURRENT empty', /^CURRENT$/, (path) => {
    writeFileSync(path, '');
  }),
  one('CURRENT names no file', /^CURRENT$/, (path) => {
    writeFileSync(path, 'MANIFEST-999999\n');
  }),
  one('CURRENT is a folder', /^CURRENT$/, replaceByFolder),
  one('MANIFEST deleted', MANIFEST, remove),
  one('MANIFEST zeros', MANIFEST, zero),
  one('MANIFEST cut in half', MANIFEST, halve),
  one('MANIFEST garbled', MANIFEST, garble),
  one('log deleted', LOG, remove),
  one('log cut in half', LOG, halve),
  one('log zeros', LOG, zero),
  one('log garbled', LOG, garble),
  one('tables deleted', TABLE, remove),
  one('tables cut in half', TABLE, halve),
  one('tables garbled', TABLE, garble),
  one('LOCK is a folder', /^LOCK$/, replaceByFolder),
  {
    name: 'log and MANIFEST swapped',
    do: (profile: string): void => {
      const [log, manifest] = [filesOf(profile, LOG)[0], filesOf(profile, MANIFEST)[0]];
      if (log !== undefined && manifest !== undefined) swap(log, manifest);
    },
  },
  {
    name: 'large values zeros',
    do: (profile: string): void => {
      for (const path of below(partOf(profile, 'blob'))) zero(path);
    },
  },
  {
    name: 'the LevelDB folder is a file',
    do: (profile: string): void => {
      replaceByFile(partOf(profile, 'leveldb'));
    },
  },
  {
    name: 'the store is a file',
    do: (profile: string): void => {
      replaceByFile(folderOf(profile));
    },
  },
];
