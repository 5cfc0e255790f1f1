import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { errnoOf } from './durable.ts';

/** A catalogue file as text, or why it could not be read: `too_large`, `not_utf8`, or the system's name of the failure. */
export type CatalogueFile = { name: string; text?: string; problem?: string };

const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Every `.json` below the folder, named by its path with `/`, in order of name. A folder that cannot be read is named too. */
export async function readCatalogue(root: string): Promise<CatalogueFile[]> {
  const found = await collect(root, '');
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function collect(root: string, folder: string): Promise<CatalogueFile[]> {
  const found: CatalogueFile[] = [];
  try {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await collect(root, name)));
      else if (entry.name.endsWith('.json')) found.push(await readOne(root, name));
    }
  } catch (error) {
    found.push({ name: folder === '' ? '.' : folder, problem: errnoOf(error) });
  }
  return found;
}

async function readOne(root: string, name: string): Promise<CatalogueFile> {
  const path = join(root, name);
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) return { name, problem: 'too_large' };
    const bytes = await readFile(path);
    try {
      return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return { name, problem: 'not_utf8' };
    }
  } catch (error) {
    return { name, problem: errnoOf(error) };
  }
}
