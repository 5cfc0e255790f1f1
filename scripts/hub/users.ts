import { Refusal } from './http.ts';
import { storePassword, type StoredPassword } from './passwords.ts';
import type { Database } from './pouch.ts';

/** Who asks, as validation functions see it. */
export type UserContext = { readonly name: string | null; readonly roles: readonly string[] };

/** An account: a document of `_users`. */
export type Account = StoredPassword & {
  readonly _id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly type: 'user';
};

const PREFIX = 'org.couchdb.user:';

export function isServerAdmin(user: UserContext): boolean {
  return user.roles.includes('_admin');
}

/** True when the user may read the document of `_users`: administrators all, everybody else his own. */
export function mayReadUser(user: UserContext, id: string): boolean {
  return isServerAdmin(user) || id === PREFIX + String(user.name) || id.startsWith('_design/');
}

/** The accounts, held in memory and refreshed by each write to `_users`. */
export class Users {
  readonly #accounts = new Map<string, Account>();

  async load(database: Database): Promise<void> {
    const all = await database.allDocs({ include_docs: true, startkey: PREFIX, endkey: `${PREFIX}\uffff` });
    this.#accounts.clear();
    for (const row of all.rows) {
      const account = row.doc as unknown as Account;
      this.#accounts.set(account.name, account);
    }
  }

  find(name: string): Account | undefined {
    return this.#accounts.get(name);
  }
}

/** What `_users` stores for a written document; throws the refusal that CouchDB's own validation gives. */
export async function accountToStore(
  doc: Record<string, unknown>,
  old: Record<string, unknown> | undefined,
  user: UserContext,
): Promise<Record<string, unknown>> {
  const { password, ...kept } = doc;
  if (doc['_deleted'] === true) {
    if (!isServerAdmin(user)) throw new Refusal(403, 'forbidden', 'Only admins can delete users.');
    return doc;
  }
  const name = doc['name'];
  if (doc['type'] !== 'user') throw new Refusal(403, 'forbidden', 'doc.type must be user');
  if (typeof name !== 'string' || doc['_id'] !== PREFIX + name)
    throw new Refusal(403, 'forbidden', 'Doc ID must be of the form org.couchdb.user:name');
  const roles = doc['roles'];
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string'))
    throw new Refusal(403, 'forbidden', 'doc.roles must be an array of strings');
  if (!isServerAdmin(user)) {
    if (name !== user.name || old === undefined)
      throw new Refusal(403, 'forbidden', 'You may only update your own user document.');
    if (JSON.stringify(roles) !== JSON.stringify(old['roles']))
      throw new Refusal(403, 'forbidden', 'Only _admin may edit roles');
  }
  if (roles.some((role: string) => role.startsWith('_')))
    throw new Refusal(403, 'forbidden', 'No system roles (starting with underscore) in users db.');
  if (password === undefined) return kept;
  if (typeof password !== 'string') throw new Refusal(403, 'forbidden', 'doc.password must be a string');
  return { ...kept, ...(await storePassword(password)) };
}
