import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { protocol } from 'electron';

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

/** Serves the built page below `root`; each load of HTML gets its own nonce and the policy for the current server. */
export function serveApp(root: string, server: () => string | null): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const path = resolveAsset(root, request.url, APP_ORIGIN);
    if (path === undefined) return refuse(404);
    try {
      return answer(path, new Uint8Array(await readFile(path)), server());
    } catch {
      return refuse(404);
    }
  });
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
