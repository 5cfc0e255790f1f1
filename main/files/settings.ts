import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { errnoOf, writeFileAtomically } from './durable.ts';
import { parseProxy, parseServerUrl } from './serverUrl.ts';

const settings = z.strictObject({
  version: z.literal(1),
  server: z.string().nullable(),
  caFile: z.string().max(1000).nullable().default(null),
  proxy: z.string().max(300).nullable().default(null),
});

/**
 * What main itself must know before a page loads: the server, because the CSP names it; a PEM file of the bureau's own
 * certificate authority, and an HTTP proxy.
 */
export type Settings = {
  readonly server: string | null;
  readonly caFile: string | null;
  readonly proxy: string | null;
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
    };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') await rename(path, `${path}.damaged`).catch(() => undefined);
    return NONE;
  }
}

export async function writeSettings(profile: string, { server, caFile, proxy }: Settings): Promise<void> {
  const text = JSON.stringify({ version: 1, server, caFile, proxy });
  await writeFileAtomically(join(profile, 'settings.json'), text);
}
