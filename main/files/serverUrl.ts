import { err, ok, type Result } from '#shared/kernel/result.ts';

/**
 * True for this machine itself: the only place where a password may travel without TLS. A name that only looks like it
 * (`localhost.example.cn`) is not it.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/**
 * The origin of a server's address (`https://host[:port]`). Refused as `bad_url`: other schemes, credentials, a path, a
 * query, and IPv6 literals, which a CSP cannot name; as `insecure_url`: `http` to anything but this machine.
 */
export function parseServerUrl(text: string): Result<string, 'bad_url' | 'insecure_url'> {
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
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return err('insecure_url');
  return ok(url.origin);
}

/** An HTTP proxy as `http://host:port`; credentials are refused: they would lie in the settings in plain text. */
export function parseProxy(text: string): Result<string, 'bad_proxy'> {
  const match = /^http:\/\/([a-z0-9.-]+):(\d{1,5})\/?$/i.exec(text.trim());
  const port = Number(match?.[2]);
  if (match?.[1] === undefined || port < 1 || port > 65_535) return err('bad_proxy');
  return ok(`http://${match[1].toLowerCase()}:${String(port)}`);
}
