import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Auth } from './auth.ts';
import { answerCors } from './cors.ts';
import { answerDatabase, isDatabaseName } from './databaseRoutes.ts';
import type { Parts } from './exchange.ts';
import { badRequest, sendError } from './http.ts';
import { answerServer } from './serverRoutes.ts';

/** The HTTP server in front of the parts: time, CORS, sign-in, then the answer. */
export function createHubServer(parts: Parts, auth: Auth): Server {
  return createServer((req, res) => {
    answer(req, res, parts, auth).catch((error: unknown) => {
      sendError(res, error);
    });
  });
}

async function answer(req: IncomingMessage, res: ServerResponse, parts: Parts, auth: Auth): Promise<void> {
  res.setHeader('Date', new Date(parts.nowMs()).toUTCString());
  res.setHeader('Server', 'CouchDB/3.5.0 (Xunzhi hub)');
  if (answerCors(req, res, parts.state)) return;
  const user = await auth.userOf(req.headers.authorization);
  const url = new URL(req.url ?? '/', 'http://hub');
  const path = segmentsOf(url.pathname);
  const exchange = { ...parts, req, res, method: req.method ?? 'GET', path, query: url.searchParams, user };
  const [first] = path;
  await (first !== undefined && isDatabaseName(first) ? answerDatabase(exchange) : answerServer(exchange));
}

function segmentsOf(pathname: string): readonly string[] {
  try {
    const segments = pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
    // Some clients write `_design/access` as one segment, with the slash encoded.
    return segments.flatMap((part, at) => (at === 1 ? part.split(/(?<=^_design|^_local)\//) : [part]));
  } catch {
    throw badRequest('invalid path');
  }
}
