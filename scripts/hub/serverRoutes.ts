import { randomBytes } from 'node:crypto';

import { requireServerAdmin, type Exchange } from './exchange.ts';
import { notFound, parseJson, readBody, Refusal, sendJson } from './http.ts';

const VERSION = '3.5.0';

/** Answers what belongs to no database: welcome, session, configuration, identifiers. */
export async function answerServer(exchange: Exchange): Promise<void> {
  const { path, res, state, user, method } = exchange;
  const [first] = path;
  if (first === undefined)
    sendJson(res, 200, {
      couchdb: 'Welcome',
      version: VERSION,
      uuid: state.uuid,
      features: [],
      vendor: { name: 'Xunzhi hub' },
    });
  else if (first === '_up') sendJson(res, 200, { status: 'ok', seeds: {} });
  else if (first === '_uuids') sendUuids(exchange);
  else if (first === '_session') {
    if (method !== 'GET') throw new Refusal(405, 'method_not_allowed', 'Only GET allowed');
    sendJson(res, 200, {
      ok: true,
      userCtx: user,
      info: { authentication_handlers: ['default'], ...(user.name !== null && { authenticated: 'default' }) },
    });
  } else {
    requireServerAdmin(exchange);
    if (first === '_all_dbs') sendJson(res, 200, state.databases());
    else if (first === '_membership')
      sendJson(res, 200, { all_nodes: ['nonode@nohost'], cluster_nodes: ['nonode@nohost'] });
    else if (first === '_node' && path[2] === '_config') await answerConfig(exchange);
    else throw notFound();
  }
}

/** CouchDB's algorithm `utc_random`: 14 hex digits of microseconds, then randomness. Tells clients the server's time. */
function sendUuids({ res, query, nowMs }: Exchange): void {
  const count = Math.min(Math.max(Number(query.get('count') ?? 1), 1), 1000);
  const uuids = Array.from(
    { length: count },
    () => (nowMs() * 1000).toString(16).padStart(14, '0') + randomBytes(9).toString('hex'),
  );
  sendJson(res, 200, { uuids });
}

async function answerConfig({ req, res, method, path, state }: Exchange): Promise<void> {
  const [, , , section, key] = path;
  if (section === undefined || key === undefined) {
    sendJson(res, 200, section === undefined ? state.config() : (state.config()[section] ?? {}));
    return;
  }
  const old = state.setting(section, key);
  if (method === 'PUT') {
    const value = parseJson(await readBody(req));
    if (typeof value !== 'string') throw new Refusal(400, 'bad_request', 'Request body must be a string');
    state.setSetting(section, key, value);
    sendJson(res, 200, old ?? '');
    return;
  }
  if (old === undefined) throw notFound('unknown_config_value');
  if (method === 'DELETE') state.setSetting(section, key, undefined);
  sendJson(res, 200, old);
}
