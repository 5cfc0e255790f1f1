import type { IncomingMessage, ServerResponse } from 'node:http';

import type { HubState } from './state.ts';

const EXPOSED =
  'accept-ranges, content-length, date, etag, server, x-couch-request-id, x-couch-update-newrev, x-couchdb-body-time';

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Sets the headers that let a page of an allowed origin read the answer; answers a preflight itself. Off until
 * configured, as in CouchDB. Returns true when the request is answered.
 */
export function answerCors(req: IncomingMessage, res: ServerResponse, state: HubState): boolean {
  const { origin } = req.headers;
  const asked = req.headers['access-control-request-method'];
  const isPreflight = req.method === 'OPTIONS' && origin !== undefined && asked !== undefined;
  if (state.setting('chttpd', 'enable_cors') !== 'true' || origin === undefined) return false;
  const origins = listOf(state.setting('cors', 'origins'));
  if (!origins.includes(origin) && !origins.includes('*')) return false;
  const allowCredentials = state.setting('cors', 'credentials') === 'true';
  res.setHeader('Vary', 'Origin');
  if (!isPreflight) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    if (allowCredentials) res.setHeader('Access-Control-Allow-Credentials', 'true');
    res.setHeader('Access-Control-Expose-Headers', EXPOSED);
    return false;
  }
  const headers = listOf(req.headers['access-control-request-headers']);
  const allowedHeaders = listOf(state.setting('cors', 'headers')).map((header) => header.toLowerCase());
  const allowed =
    listOf(state.setting('cors', 'methods')).includes(asked) &&
    headers.every((header) => allowedHeaders.includes(header.toLowerCase()));
  if (allowed) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    if (allowCredentials) res.setHeader('Access-Control-Allow-Credentials', 'true');
    res.setHeader('Access-Control-Allow-Methods', state.setting('cors', 'methods') ?? '');
    res.setHeader('Access-Control-Allow-Headers', headers.join(', '));
    res.setHeader('Access-Control-Max-Age', '600');
  }
  res.writeHead(204).end();
  return true;
}
