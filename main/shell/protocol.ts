import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { protocol } from 'electron';

import type { Tile } from '#shared/geo/tiles.ts';

import { imageTypeOf, type TileDesk } from '../tiles/tileDesk.ts';

import { mimeOf, resolveAsset } from './assets.ts';
import { APP_ORIGIN, APP_SCHEME, pagePolicy, workerPolicy } from './csp.ts';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';
const HARDENING = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(self), display-capture=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
} as const;

/** Before `ready`: makes `app:` a secure standard scheme, so that storage, fetch and workers behave as on a website. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

/**
 * Serves the built page below `root`, and the tiles of the ground map beside it; each load of HTML gets its own nonce and the policy for
 * the current server.
 */
export function serveApp(root: string, server: () => string | null, tiles: TileDesk | undefined): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const tile = tileNamedBy(request.url);
    if (tile !== undefined) return tileAnswer(await tiles?.tile(tile));
    const path = resolveAsset(root, request.url, APP_ORIGIN);
    if (path === undefined) return refuse(404);
    try {
      return answer(path, new Uint8Array(await readFile(path)), server());
    } catch {
      return refuse(404);
    }
  });
}

function tileNamedBy(url: string): Tile | undefined {
  const [, z, x, y] = new RegExp(`^${APP_ORIGIN}/tiles/(\\d{1,2})/(\\d{1,7})/(\\d{1,7})$`).exec(url) ?? [];
  return y === undefined ? undefined : { z: Number(z), x: Number(x), y: Number(y) };
}

function tileAnswer(bytes: Uint8Array<ArrayBuffer> | undefined): Response {
  const type = bytes && imageTypeOf(bytes);
  return type === undefined ? refuse(404) : new Response(bytes, { headers: { ...HARDENING, 'content-type': type } });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: HARDENING });
}

function answer(path: string, bytes: Uint8Array<ArrayBuffer>, server: string | null): Response {
  const type = mimeOf(path);
  if (type.startsWith('text/html')) {
    const nonce = randomBytes(16).toString('base64');
    const headers = { ...HARDENING, 'content-type': type, 'content-security-policy': pagePolicy(server, nonce) };
    return new Response(new TextDecoder().decode(bytes).replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
  }
  const headers = { ...HARDENING, 'content-type': type };
  // Ignored on a script that is no worker.
  if (!type.startsWith('text/javascript')) return new Response(bytes, { headers });
  return new Response(bytes, { headers: { ...headers, 'content-security-policy': workerPolicy(server) } });
}
