import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { diskThresholds, type DiskThresholds } from '#shared/bridge/disk.ts';

import { DEFAULT_THRESHOLDS } from '../disk/levels.ts';

import { errnoOf, writeFileAtomically } from './durable.ts';
import { parseProxy, parseServerUrl } from './serverUrl.ts';

const settings = z.strictObject({
  version: z.literal(1),
  server: z.string().nullable(),
  caFile: z.string().max(1000).nullable().default(null),
  proxy: z.string().max(300).nullable().default(null),
  /** Absent: the usual thresholds. Values that make no sense count as absent, the rest of the file stays. */
  disk: diskThresholds.optional().catch(undefined),
  photoLimitBytes: z.int().min(0).optional().catch(undefined),
});

/**
 * What main itself must know before a page loads: the server, because the CSP names it; a PEM file of the bureau's own
 * certificate authority, and an HTTP proxy; when the disk counts as full.
 */
export type Settings = {
  readonly server: string | null;
  readonly caFile: string | null;
  readonly proxy: string | null;
  readonly disk?: DiskThresholds;
  /** How much photos fetched for looking at them may take. */
  readonly photoLimitBytes?: number;
};

const NONE: Settings = { server: null, caFile: null, proxy: null };

/** The stored settings; a damaged file is kept aside and counts as none. */
export async function readSettings(profile: string): Promise<Settings> {
  const path = join(profile, 'settings.json');
  try {
    const read = settings.parse(JSON.parse(await readFile(path, 'utf8')));
    const server = read.server === null ? undefined : parseServerUrl(read.server);
    const proxy = read.proxy === null ? undefined : parseProxy(read.proxy);
    return {
      server: server?.ok === true ? server.value : null,
      caFile: read.caFile,
      proxy: proxy?.ok === true ? proxy.value : null,
      ...(read.disk === undefined ? {} : { disk: read.disk }),
      ...(read.photoLimitBytes === undefined ? {} : { photoLimitBytes: read.photoLimitBytes }),
    };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') await rename(path, `${path}.damaged`).catch(() => undefined);
    return NONE;
  }
}

export async function writeSettings(profile: string, content: Settings): Promise<void> {
  await writeFileAtomically(join(profile, 'settings.json'), JSON.stringify({ version: 1, ...content }));
}

/** Free space at which the app warns, takes no photos, writes nothing. */
export function thresholdsOf({ disk }: Settings): DiskThresholds {
  return disk ?? DEFAULT_THRESHOLDS;
}
