import type { IncomingMessage, ServerResponse } from 'node:http';

import { isWellFormed } from '#shared/kernel/text.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** An answer other than success, in CouchDB's form `{error, reason}`. */
export class Refusal extends Error {
  readonly status: number;
  readonly error: string;
  readonly reason: string;

  constructor(status: number, error: string, reason: string) {
    super(`${String(status)} ${error}: ${reason}`);
    this.status = status;
    this.error = error;
    this.reason = reason;
  }
}

export function notFound(reason = 'missing'): Refusal {
  return new Refusal(404, 'not_found', reason);
}

export function badRequest(reason: string): Refusal {
  return new Refusal(400, 'bad_request', reason);
}

/** CouchDB answers 401 to a stranger and 403 to someone it knows. */
export function denied(name: string | null, reason: string): Refusal {
  return name === null ? new Refusal(401, 'unauthorized', reason) : new Refusal(403, 'forbidden', reason);
}

export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, 'too_large', 'the request entity is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Parses a body as CouchDB does: bytes that are not UTF-8 and lone surrogates refuse the whole request. */
export function parseJson(body: Buffer): unknown {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    value = JSON.parse(text);
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
  // Only an escape can smuggle half a pair past the decoder, so the walk is rarely needed.
  if (/\\u[dD][89a-fA-F]/.test(text) && !allWellFormed(value)) throw badRequest('invalid UTF-8 JSON');
  return value;
}

export function parseObject(body: Buffer): Record<string, unknown> {
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('Request body must be a JSON object');
  return value as Record<string, unknown>;
}

function allWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return isWellFormed(value);
  if (Array.isArray(value)) return value.every(allWellFormed);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => isWellFormed(key) && allWellFormed(member));
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  const text = Buffer.from(`${JSON.stringify(body)}\n`);
  res.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': text.length,
    'Cache-Control': 'must-revalidate',
  });
  res.end(res.req.method === 'HEAD' ? undefined : text);
}

export function sendError(res: ServerResponse, error: unknown): void {
  if (res.headersSent) {
    res.end();
    return;
  }
  const refusal = refusalOf(error);
  if (refusal.status === 401) res.setHeader('WWW-Authenticate', 'Basic realm="server"');
  sendJson(res, refusal.status, { error: refusal.error, reason: refusal.reason });
}

/** PouchDB's errors say the same as CouchDB's in other members. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { status, name, reason, message } = error as {
    status?: number;
    name?: string;
    reason?: string;
    message?: string;
  };
  if (status === 409) return new Refusal(409, 'conflict', 'Document update conflict.');
  if (status === 404) return notFound(reason ?? 'missing');
  if (name === 'doc_validation') return new Refusal(400, name, reason ?? message ?? '');
  if (status === undefined) return new Refusal(500, 'unknown_error', message ?? String(error));
  return new Refusal(status, name ?? 'unknown_error', reason ?? message ?? '');
}
