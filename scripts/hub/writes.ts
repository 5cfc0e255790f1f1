import { randomUUID } from 'node:crypto';

import { badRequest, Refusal, refusalOf } from './http.ts';
import type { HubState, SecurityObject } from './state.ts';
import type { Storage } from './storage.ts';
import type { Database } from './pouch.ts';
import { accountToStore, type UserContext, type Users } from './users.ts';
import { isDatabaseAdmin } from './auth.ts';
import { refusalByValidation, Validator } from './validator.ts';

type Doc = Record<string, unknown>;
/** What became of one document. */
export type Written =
  { readonly id: string; readonly rev: string } | { readonly id: string; readonly refusal: Refusal };
type Place = {
  readonly name: string;
  readonly database: Database;
  readonly user: UserContext;
  readonly security: SecurityObject;
};

/** Every write to a document passes here: rights, validation, storage, and the news of it. */
export class Writes {
  readonly #storage: Storage;
  readonly #state: HubState;
  readonly #users: Users;
  readonly #validator = new Validator();

  constructor(storage: Storage, state: HubState, users: Users) {
    this.#storage = storage;
    this.#state = state;
    this.#users = users;
  }

  /** Writes in order of the documents; `newEdits` false stores the given revisions as replication does. */
  async write(name: string, docs: readonly Doc[], user: UserContext, newEdits: boolean): Promise<readonly Written[]> {
    const place: Place = { name, database: this.#storage.database(name), user, security: this.#state.security(name) };
    const named = docs.map((doc) => ({ ...doc, _id: doc['_id'] ?? randomUUID().replaceAll('-', '') }));
    const refusals = await this.#refusalsOf(place, named, newEdits);
    const accepted: Doc[] = [];
    for (const [index, doc] of named.entries()) if (refusals[index] === undefined) accepted.push(doc);
    const stored = await this.#store(place, accepted, newEdits);
    const results = named.map((doc, index): Written => {
      const refusal = refusals[index];
      return refusal === undefined
        ? (stored.shift() ?? { id: String(doc._id), rev: String((doc as Doc)['_rev']) })
        : { id: String(doc._id), refusal };
    });
    await this.#announce(place, named, accepted.length > 0);
    return results;
  }

  async #store(place: Place, docs: Doc[], newEdits: boolean): Promise<Written[]> {
    if (docs.length === 0) return [];
    if (place.name === '_users') for (const [index, doc] of docs.entries()) docs[index] = doc['$stored'] as Doc;
    const answers = await place.database.bulkDocs(docs, { new_edits: newEdits });
    if (!newEdits) return docs.map((doc) => ({ id: String(doc['_id']), rev: String(doc['_rev']) }));
    return answers.map((answer, index) => {
      const id = String(docs[index]?.['_id']);
      return answer['error'] === true ? { id, refusal: refusalOf(answer) } : { id, rev: String(answer['rev']) };
    });
  }

  async #announce(place: Place, docs: readonly Doc[], anyStored: boolean): Promise<void> {
    if (!anyStored) return;
    if (docs.some((doc) => String(doc['_id']).startsWith('_design/'))) this.#validator.forget(place.name);
    if (place.name === '_users') await this.#users.load(place.database);
    this.#storage.written.emit(place.name);
  }

  forget(name: string): void {
    this.#validator.forget(name);
  }

  async #refusalsOf(
    place: Place,
    docs: readonly (Doc & { _id: unknown })[],
    newEdits: boolean,
  ): Promise<readonly (Refusal | undefined)[]> {
    const functions = await this.#validator.functionsOf(place.name, place.database);
    const isUsers = place.name === '_users';
    const context = { ...place.user, db: place.name };
    const judged = docs.filter((doc) => !String(doc._id).startsWith('_'));
    const existing = functions.length > 0 || isUsers ? await currentOf(place.database, judged) : new Map<string, Doc>();
    return Promise.all(
      docs.map(async (doc) => {
        const id = String(doc._id);
        if (typeof doc._id !== 'string' || id === '') return badRequest('Document id must be a non-empty string');
        if (id.startsWith('_local/')) return undefined;
        if (id.startsWith('_design/'))
          return isDatabaseAdmin(place.user, place.security)
            ? undefined
            : new Refusal(403, 'forbidden', 'You are not a db or server admin.');
        if (id.startsWith('_')) return badRequest('Only reserved document ids may start with underscore.');
        const current = existing.get(id);
        // A write that does not name the current revision is a conflict before it is anything else.
        if (newEdits && current !== undefined && doc['_rev'] === undefined) return undefined;
        const old = newEdits
          ? await parentOf(place.database, doc, current)
          : await ancestorOf(place.database, doc, current);
        if (isUsers) return refusalOfAccount(doc, old, place.user);
        return functions.length === 0
          ? undefined
          : refusalByValidation(functions, seenByValidation(doc), old ?? null, context, place.security);
      }),
    );
  }
}

async function refusalOfAccount(doc: Doc, old: Doc | undefined, user: UserContext): Promise<Refusal | undefined> {
  try {
    doc['$stored'] = await accountToStore(doc, old, user);
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

async function currentOf(database: Database, docs: readonly Doc[]): Promise<Map<string, Doc>> {
  const found = new Map<string, Doc>();
  if (docs.length === 0) return found;
  const all = await database.allDocs({ keys: docs.map((doc) => String(doc['_id'])), include_docs: true });
  for (const row of all.rows) if (!('error' in row) && row.doc) found.set(row.id, row.doc as Doc);
  return found;
}

async function parentOf(database: Database, doc: Doc, current: Doc | undefined): Promise<Doc | undefined> {
  const rev = doc['_rev'];
  if (typeof rev !== 'string' || current === undefined || current['_rev'] === rev) return current;
  return revisionOf(database, doc, rev);
}

/**
 * CouchDB shows the validation of a replicated leaf only the leaf's own ancestor, so a leaf without one passes as a first
 * write, whatever stands beside it.
 */
async function ancestorOf(database: Database, doc: Doc, current: Doc | undefined): Promise<Doc | undefined> {
  const { start, ids } = revisionsOf(doc) ?? { start: 0, ids: [] };
  if (current === undefined) return undefined;
  for (const [index, hash] of ids.entries()) {
    if (index === 0) continue;
    const ancestor = await revisionOf(database, doc, `${String(start - index)}-${hash}`);
    if (ancestor !== undefined) return ancestor;
  }
  return undefined;
}

async function revisionOf(database: Database, doc: Doc, rev: string): Promise<Doc | undefined> {
  try {
    return await database.get(String(doc['_id']), { rev });
  } catch {
    return undefined;
  }
}

function revisionsOf(doc: Doc): { readonly start: number; readonly ids: readonly string[] } | undefined {
  const given = doc['_revisions'] as { start: number; ids: string[] } | undefined;
  if (given !== undefined) return given;
  const [start, hash] = typeof doc['_rev'] === 'string' ? doc['_rev'].split('-') : [];
  return start === undefined || hash === undefined ? undefined : { start: Number(start), ids: [hash] };
}

/** The document as CouchDB hands it to a validation: with its history, and attachments without their bytes. */
function seenByValidation(doc: Doc): Doc {
  const revisions = revisionsOf(doc);
  const attachments = doc['_attachments'] as Record<string, { content_type?: string }> | undefined;
  const stubs =
    attachments &&
    Object.fromEntries(
      Object.entries(attachments).map(([name, { content_type }]) => [name, { content_type, stub: true }]),
    );
  return { ...doc, ...(revisions && { _revisions: revisions }), ...(stubs && { _attachments: stubs }) };
}
