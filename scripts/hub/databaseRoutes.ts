import { isDatabaseAdmin, isMember } from './auth.ts';
import { answerDocument, forward, sendWritten } from './documentRoutes.ts';
import { requireServerAdmin, type Exchange } from './exchange.ts';
import { badRequest, denied, notFound, parseObject, readBody, Refusal, sendJson } from './http.ts';
import type { SecurityObject } from './state.ts';
import { isServerAdmin } from './users.ts';

const NAME = /^[a-z][a-z0-9_$()+-]*$/;
const SYSTEM = new Set(['_users', '_replicator']);
const READS = new Set(['_all_docs', '_bulk_get', '_revs_diff', '_ensure_full_commit']);

export function isDatabaseName(name: string): boolean {
  return SYSTEM.has(name) || !name.startsWith('_');
}

/** Answers everything under a database's name, after the database's own members were asked. */
export async function answerDatabase(exchange: Exchange): Promise<void> {
  const { path, method, state, user } = exchange;
  const [name = '', part] = path;
  if (path.length === 1 && method === 'PUT') return createDatabase(exchange, name);
  if (!state.has(name)) throw notFound('Database does not exist.');
  const security = state.security(name);
  // CouchDB lets anyone reach his own document of `_users`; whose it is, is asked there.
  if (name !== '_users' && !isMember(user, security))
    throw denied(
      user.name,
      user.name === null ? 'You are not authorized to access this db.' : 'You are not allowed to access this db.',
    );
  if (name === '_users' && user.name === null) throw denied(null, 'You are not authorized to access this db.');
  if (part === undefined) return answerWhole(exchange, name);
  if (part.startsWith('_') && part !== '_design' && part !== '_local')
    return answerSpecial(exchange, name, part, security);
  return answerDocument(exchange, name);
}

async function createDatabase(exchange: Exchange, name: string): Promise<void> {
  requireServerAdmin(exchange);
  if (!NAME.test(name) && !SYSTEM.has(name)) throw new Refusal(400, 'illegal_database_name', `Name: '${name}'.`);
  if (exchange.state.has(name))
    throw new Refusal(412, 'file_exists', 'The database could not be created, the file already exists.');
  await exchange.storage.create(name);
  sendJson(exchange.res, 201, { ok: true });
}

async function answerWhole(exchange: Exchange, name: string): Promise<void> {
  const { method, req, res, storage, changes, writes, user } = exchange;
  if (method === 'DELETE') {
    requireServerAdmin(exchange);
    await storage.destroy(name);
    writes.forget(name);
    sendJson(res, 200, { ok: true });
  } else if (method === 'POST') {
    const [written] = await writes.write(name, [parseObject(await readBody(req))], user, true);
    sendWritten(res, written);
  } else {
    const info = await storage.database(name).info();
    sendJson(res, 200, {
      db_name: name,
      doc_count: info.doc_count,
      update_seq: changes.sequence(name, Number(info.update_seq)),
      instance_start_time: '0',
      purge_seq: '0',
    });
  }
}

async function answerSpecial(exchange: Exchange, name: string, part: string, security: SecurityObject): Promise<void> {
  const { req, res, method, query, user, changes } = exchange;
  if (name === '_users' && !isServerAdmin(user)) throw denied(user.name, 'You are not a db or server admin.');
  if (part === '_security') return answerSecurity(exchange, name, security);
  if (part === '_bulk_docs') return bulkDocs(exchange, name);
  if (part === '_changes') {
    const body = method === 'POST' ? parseObject(await readBody(req)) : {};
    return changes.answer(name, query, body, req, res);
  }
  if (part === '_compact') requireServerAdmin(exchange);
  else if (!READS.has(part)) throw new Refusal(501, 'not_implemented', part);
  return forward(exchange);
}

async function answerSecurity(
  { req, res, method, state, user }: Exchange,
  name: string,
  security: SecurityObject,
): Promise<void> {
  if (method !== 'PUT') {
    sendJson(res, 200, security);
    return;
  }
  if (!isDatabaseAdmin(user, security)) throw denied(user.name, 'You are not a db or server admin.');
  const given = parseObject(await readBody(req));
  state.setSecurity(name, { admins: {}, members: {}, ...given });
  sendJson(res, 200, { ok: true });
}

async function bulkDocs({ req, res, writes, user }: Exchange, name: string): Promise<void> {
  const body = parseObject(await readBody(req));
  const docs = body['docs'];
  if (!Array.isArray(docs)) throw badRequest('POST body must include `docs` parameter.');
  if (!docs.every((doc) => typeof doc === 'object' && doc !== null && !Array.isArray(doc)))
    throw badRequest('Document must be a JSON object');
  const newEdits = body['new_edits'] !== false;
  const written = await writes.write(name, docs as Record<string, unknown>[], user, newEdits);
  const rows = written.map((one) =>
    'refusal' in one
      ? { id: one.id, error: one.refusal.error, reason: one.refusal.reason }
      : { ok: true, id: one.id, rev: one.rev },
  );
  // Of replicated revisions CouchDB names only the refused ones.
  sendJson(res, 201, newEdits ? rows : rows.filter((row) => 'error' in row));
}
