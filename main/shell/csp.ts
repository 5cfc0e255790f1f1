/** The origin of every page of the app. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://xunzhi';
export const APP_URL = `${APP_ORIGIN}/index.html`;

function connectSource(server: string | null): string {
  return server === null ? "'self'" : `'self' ${server}`;
}

/** The policy of the page. Styles need the nonce of this load; scripts come only from the app's own files. */
export function pagePolicy(server: string | null, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src ${connectSource(server)}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A worker has the policy of its own response, not the page's. It may start workers (the PDF pool) of the app. */
export function workerPolicy(server: string | null): string {
  return ["default-src 'none'", "script-src 'self'", "worker-src 'self'", `connect-src ${connectSource(server)}`].join(
    '; ',
  );
}
