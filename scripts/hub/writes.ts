import { randomUUID } from 'node:crypto';

import { isDatabaseAdmin } from './auth.ts';
import { badRequest, denied, Refusal, refusalOf } from './http.ts';
import type { Database } from './pouch.ts';
import type { HubState, SecurityObject } from './state.ts';
import type { Storage } from './storage.ts';
import { accountToStore, type UserContext, type Users } from './users.ts';
import { refusalByValidation, Validator } from './validator.ts';

type Doc = Record<string, unknown>;
type Revisions = { readonly start: number; readonly ids: readonly string[] };
type NamedDoc = Doc & { readonly _id: string };
/** What became of one document. */
export type Written =
  { readonly id: string; readonly rev: string } | { readonly id: string; readonly refusal: Refusal };
type Place = {
  readonly name: string;
  readonly database: Database;
  readonly user: UserContext;
  readonly security: SecurityObject;
  readonly newEdits: boolean;
};
/** A document as it will be stored, or why not. */
type Judged = { readonly id: string; readonly doc: NamedDoc } | { readonly id: string; readonly refusal: Refusal };

const CONFLICT = new Refusal(409, 'conflict', 'Document update conflict.');

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
    const place = {
      name,
      database: this.#storage.database(name),
      user,
      security: this.#state.security(name),
      newEdits,
    };
    const judged = await this.#judge(place, docs.map(named));
    const accepted = judged.flatMap((one) => ('doc' in one ? [one.doc] : []));
    if (accepted.length === 0) return judged.flatMap((one) => ('refusal' in one ? [one] : []));
    const stored = await store(place, accepted);
    if (accepted.some(({ _id }) => _id.startsWith('_design/'))) this.#validator.forget(name);
    if (name === '_users') await this.#users.load(place.database);
    this.#storage.written.emit(name);
    return judged.map((one) => ('refusal' in one ? one : (stored.shift() ?? { id: one.id, refusal: CONFLICT })));
  }

  /** To be called when the database is gone. */
  forget(name: string): void {
    this.#validator.forget(name);
  }

  async #judge(place: Place, docs: readonly NamedDoc[]): Promise<readonly Judged[]> {
    const functions = await this.#validator.functionsOf(place.name, place.database);
    const isUsers = place.name === '_users';
    const ordinary = docs.filter(({ _id }) => !_id.startsWith('_'));
    const existing =
      functions.length > 0 || isUsers ? await currentOf(place.database, ordinary) : new Map<string, Doc>();
    return Promise.all(
      docs.map(async (doc): Promise<Judged> => {
        const id = doc._id;
        const reserved = id.startsWith('_') ? refusalOfReserved(place, id) : undefined;
        if (reserved !== undefined) return { id, refusal: reserved };
        if (id.startsWith('_')) return { id, doc };
        const current = existing.get(id);
        // A write that does not name the current revision is a conflict before it is anything else.
        if (place.newEdits && current !== undefined && doc['_rev'] === undefined) return { id, refusal: CONFLICT };
        const old = await (place.newEdits ? parentOf : ancestorOf)(place.database, doc, current);
        if (isUsers) return judgeAccount(doc, old, place.user);
        const context = { ...place.user, db: place.name };
        const refusal = refusalByValidation(functions, seenByValidation(doc), old ?? null, context, place.security);
        return refusal === undefined ? { id, doc } : { id, refusal };
      }),
    );
  }
}

function named(doc: Doc): NamedDoc {
  const { _id = randomUUID().replaceAll('-', '') } = doc;
  if (typeof _id !== 'string' || _id === '') throw badRequest('Document id must be a non-empty string');
  return { ...doc, _id };
}

async function store({ database, newEdits }: Place, docs: readonly NamedDoc[]): Promise<Written[]> {
  const answers = await database.bulkDocs(docs, { new_edits: newEdits });
  return docs.map(({ _id, _rev }, index) => {
    const answer = newEdits ? answers[index] : { rev: _rev };
    return answer === undefined || answer['error'] === true
      ? { id: _id, refusal: refusalOf(answer ?? {}) }
      : { id: _id, rev: String(answer['rev']) };
  });
}

function refusalOfReserved({ user, security }: Place, id: string): Refusal | undefined {
  if (id.startsWith('_local/')) return undefined;
  if (!id.startsWith('_design/')) return badRequest('Only reserved document ids may start with underscore.');
  return isDatabaseAdmin(user, security) ? undefined : denied(user.name, 'You are not a db or server admin.');
}

async function judgeAccount(doc: NamedDoc, old: Doc | undefined, user: UserContext): Promise<Judged> {
  try {
    return { id: doc._id, doc: { ...(await accountToStore(doc, old, user)), _id: doc._id } };
  } catch (error) {
    return { id: doc._id, refusal: refusalOf(error) };
  }
}

async function currentOf(database: Database, docs: readonly Doc[]): Promise<Map<string, Doc>> {
  const found = new Map<string, Doc>();
  if (docs.length === 0) return found;
  const all = await database.allDocs({ keys: docs.map((doc) => String(doc['_id'])), include_docs: true });
  for (const row of all.rows) if (!('error' in row) && row.doc) found.set(row.id, row.doc);
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

function revisionsOf(doc: Doc): Revisions | undefined {
  const given = doc['_revisions'] as Revisions | undefined;
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
