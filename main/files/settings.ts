import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, writeFileAtomically } from './durable.ts';

const settings = z.strictObject({ version: z.literal(1), server: z.string().nullable() });

/** What main itself must know before a page loads: the server, because the CSP names it. */
export type Settings = { readonly server: string | null };

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
    return { server: server?.ok === true ? server.value : null };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') await rename(path, `${path}.damaged`).catch(() => undefined);
    return { server: null };
  }
}

export async function writeSettings(profile: string, { server }: Settings): Promise<void> {
  await writeFileAtomically(join(profile, 'settings.json'), JSON.stringify({ version: 1, server }));
}
