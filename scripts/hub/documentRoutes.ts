import type { ServerResponse } from 'node:http';

import { AttachmentBytes } from './attachmentBytes.ts';
import type { Exchange } from './exchange.ts';
import { notFound, parseObject, readBody, Refusal, sendJson } from './http.ts';
import { documentOfMultipart } from './multipart.ts';
import { mayReadUser } from './users.ts';
import type { Written } from './writes.ts';

/** Answers one document and its attachments. Reads go on to express-pouchdb, writes stay here. */
export async function answerDocument(exchange: Exchange, name: string): Promise<void> {
  const { method, path, user } = exchange;
  const prefixed = path[1] === '_design' || path[1] === '_local';
  const id = prefixed ? `${path[1] ?? ''}/${path[2] ?? ''}` : (path[1] ?? '');
  const attachment = path.slice(prefixed ? 3 : 2).join('/');
  if (name === '_users' && !mayReadUser(user, id)) throw notFound();
  if (method === 'GET' || method === 'HEAD') return forward(exchange);
  if (attachment !== '') return writeAttachment(exchange, name, id, attachment);
  if (method === 'PUT') return putDocument(exchange, name, id);
  if (method === 'DELETE') return deleteDocument(exchange, name, id);
  throw new Refusal(405, 'method_not_allowed', 'Only DELETE,GET,HEAD,PUT allowed');
}

async function putDocument({ req, res, query, writes, user }: Exchange, name: string, id: string): Promise<void> {
  const contentType = req.headers['content-type'] ?? '';
  const body = await readBody(req);
  const doc = contentType.startsWith('multipart/related') ? documentOfMultipart(contentType, body) : parseObject(body);
  if (doc['_id'] !== undefined && doc['_id'] !== id)
    throw new Refusal(400, 'bad_request', 'Document ID must match the one in the URL');
  const rev = revisionOf(req.headers['if-match'], query) ?? doc['_rev'];
  const [written] = await writes.write(
    name,
    [{ ...doc, _id: id, ...(rev !== undefined && { _rev: rev }) }],
    user,
    query.get('new_edits') !== 'false',
  );
  sendWritten(res, written);
}

async function deleteDocument(
  { req, res, query, storage, writes, user }: Exchange,
  name: string,
  id: string,
): Promise<void> {
  const rev = revisionOf(req.headers['if-match'], query);
  await storage.database(name).get(id);
  if (rev === undefined) throw new Refusal(409, 'conflict', 'Document update conflict.');
  const [written] = await writes.write(name, [{ _id: id, _rev: rev, _deleted: true }], user, true);
  sendWritten(res, written, 200);
}

async function writeAttachment(
  { req, res, method, query, storage, writes, user }: Exchange,
  name: string,
  id: string,
  attachment: string,
): Promise<void> {
  const rev = revisionOf(req.headers['if-match'], query);
  const current = await storage
    .database(name)
    .get(id)
    .catch(() => undefined);
  if (current !== undefined && current['_rev'] !== rev) throw new Refusal(409, 'conflict', 'Document update conflict.');
  const { [attachment]: _old, ...others } = (current?.['_attachments'] ?? {}) as Record<string, unknown>;
  const added =
    method === 'PUT'
      ? {
          [attachment]: {
            content_type: req.headers['content-type'] ?? 'application/octet-stream',
            data: AttachmentBytes.over(await readBody(req)),
          },
        }
      : {};
  const [written] = await writes.write(
    name,
    [{ ...current, _id: id, _attachments: { ...others, ...added } }],
    user,
    true,
  );
  sendWritten(res, written, method === 'PUT' ? 201 : 200);
}

function revisionOf(ifMatch: string | undefined, query: URLSearchParams): string | undefined {
  return ifMatch?.replaceAll('"', '') ?? query.get('rev') ?? undefined;
}

/** The answer to a write of one document. */
export function sendWritten(res: ServerResponse, written: Written | undefined, status = 201): void {
  if (written === undefined) throw new Error('nothing was written');
  if ('refusal' in written) throw written.refusal;
  res.setHeader('ETag', `"${written.rev}"`);
  sendJson(res, status, { ok: true, id: written.id, rev: written.rev });
}

/** Lets express-pouchdb answer. */
export async function forward({ req, res, storage, method }: Exchange): Promise<void> {
  if (method === 'POST') Object.assign(req, { body: parseObject(await readBody(req)), _body: true });
  await new Promise<void>((resolve) => {
    res.on('close', resolve);
    storage.read(req, res);
  });
}
