import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { diskThresholds, type DiskThresholds } from '#shared/bridge/disk.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { DEFAULT_THRESHOLDS } from '../disk/levels.ts';

import { errnoOf, writeFileAtomically } from './durable.ts';

const settings = z.strictObject({
  version: z.literal(1),
  server: z.string().nullable(),
  /** Absent: the usual thresholds. Values that make no sense count as absent, the rest of the file stays. */
  disk: diskThresholds.optional().catch(undefined),
});

/** What main itself must know before a page loads: the server, because the CSP names it; when the disk counts as full. */
export type Settings = { readonly server: string | null; readonly disk?: DiskThresholds };

/**
 * The origin of a server's address (`https://host[:port]`). Refused: other schemes, credentials, a path, a query, and
 * IPv6 literals, which a CSP cannot name.
 */
export function parseServerUrl(text: string): Result<string, 'bad_url'> {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return err('bad_url');
  }
  const plain =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  const known = url.protocol === 'http:' || url.protocol === 'https:';
  if (!plain || !known || url.hostname === '' || url.hostname.startsWith('[')) return err('bad_url');
  return ok(url.origin);
}

/** The stored settings; a damaged file is kept aside and counts as none. */
export async function readSettings(profile: string): Promise<Settings> {
  const path = join(profile, 'settings.json');
  try {
    const read = settings.parse(JSON.parse(await readFile(path, 'utf8')));
    const server = read.server === null ? undefined : parseServerUrl(read.server);
    return {
      server: server?.ok === true ? server.value : null,
      ...(read.disk === undefined ? {} : { disk: read.disk }),
    };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') await rename(path, `${path}.damaged`).catch(() => undefined);
    return { server: null };
  }
}

export async function writeSettings(profile: string, content: Settings): Promise<void> {
  await writeFileAtomically(join(profile, 'settings.json'), JSON.stringify({ version: 1, ...content }));
}

/** Free space at which the app warns, takes no photos, writes nothing. */
export function thresholdsOf({ disk }: Settings): DiskThresholds {
  return disk ?? DEFAULT_THRESHOLDS;
}
