import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { errnoOf } from './durable.ts';

/** Far more than any font of Chinese characters has. */
const MAX_FONT_BYTES = 64 * 1024 * 1024;

/** Where a system keeps fonts: those of everybody first, then those that this person installed. */
export function fontFolders(platform: NodeJS.Platform = process.platform, home = homedir()): readonly string[] {
  if (platform === 'win32')
    return [
      join(process.env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
      join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
    ];
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local', 'share', 'fonts')];
}

/** The font whose file has that name, in whatever case; undefined where there is none or it cannot be read. */
export async function readFontFile(
  file: string,
  folders: readonly string[] = fontFolders(),
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const folder of folders) {
    const path = await find(folder, file.toLowerCase());
    if (path === undefined || (await stat(path)).size > MAX_FONT_BYTES) continue;
    return new Uint8Array(await readFile(path));
  }
  return undefined;
}

/** Walks by itself: `recursive` of Node came too late for the Electron that tests may run on. */
async function find(folder: string, name: string): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EACCES') return [];
    throw error;
  });
  const here = entries.find((entry) => !entry.isDirectory() && entry.name.toLowerCase() === name);
  if (here !== undefined) return join(folder, here.name);
  for (const entry of entries.filter((one) => one.isDirectory())) {
    const below = await find(join(folder, entry.name), name);
    if (below !== undefined) return below;
  }
  return undefined;
}
