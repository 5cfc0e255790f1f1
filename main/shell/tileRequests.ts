import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { session } from 'electron';

import { settingsFileField } from '#shared/catalogue/settingsFile.ts';
import type { TileSource } from '#shared/catalogue/tileSource.ts';

import type { Settings } from '../files/settings.ts';
import { TileCache } from '../tiles/tileCache.ts';
import { TileDesk, type FetchTile } from '../tiles/tileDesk.ts';

import { applyConnection } from './connection.ts';

const USUAL_MB = 500;

/**
 * The ground map that the bureau's settings name; undefined without one. Tiles have a session of their own, without cookies and
 * without a store, which reaches their host and no other; the page never does.
 */
export async function openTiles(
  profile: string,
  catalogue: string,
  settings: Settings,
  room: () => Promise<number>,
): Promise<TileDesk | undefined> {
  const source = await readSource(catalogue);
  if (source === undefined) return undefined;
  const own = session.fromPartition('tiles');
  const { origin } = new URL(source.template);
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: new URL(url).origin !== origin });
  });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  await applyConnection(own, { ...settings, server: origin });
  // Another source is another map: its tiles never mix with those of the one before.
  const folder = join(profile, 'tiles', createHash('sha256').update(source.template).digest('hex').slice(0, 16));
  const cache = new TileCache(folder, (source.cacheMb ?? USUAL_MB) * 1024 * 1024);
  const fetch: FetchTile = (url, signal) => own.fetch(url, { signal, redirect: 'error', credentials: 'omit' });
  return new TileDesk(source, cache, fetch, room);
}

/** What cannot be read is none: the data worker tells of a file with faults. */
async function readSource(catalogue: string): Promise<TileSource | undefined> {
  try {
    return settingsFileField.parse(JSON.parse(await readFile(join(catalogue, 'settings.json'), 'utf8'))).tiles;
  } catch {
    return undefined;
  }
}
