import { Refusal } from './http.ts';
import { PasswordCheck, storePassword, type StoredPassword } from './passwords.ts';
import type { SecurityObject } from './state.ts';
import { isServerAdmin, type UserContext, type Users } from './users.ts';

const ALLOWED_FAILURES = 5;
const LOCK_MS = 5 * 60 * 1000;
const NOBODY: UserContext = { name: null, roles: [] };

/** Basic sign-in with CouchDB's lockout: after five wrong passwords within five minutes the account is closed for five. */
export class Auth {
  readonly #users: Users;
  readonly #admin: { readonly name: string; readonly password: StoredPassword };
  readonly #nowMs: () => number;
  readonly #check = new PasswordCheck();
  readonly #failures = new Map<string, { count: number; sinceMs: number }>();

  private constructor(users: Users, admin: { name: string; password: StoredPassword }, nowMs: () => number) {
    this.#users = users;
    this.#admin = admin;
    this.#nowMs = nowMs;
  }

  static async open(
    users: Users,
    admin: { readonly name: string; readonly password: string },
    nowMs: () => number,
  ): Promise<Auth> {
    return new Auth(users, { name: admin.name, password: await storePassword(admin.password) }, nowMs);
  }

  async userOf(authorization: string | undefined): Promise<UserContext> {
    if (authorization === undefined) return NOBODY;
    const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1];
    const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon === -1) throw new Refusal(400, 'bad_request', 'Malformed Authorization header');
    return this.#signIn(text.slice(0, colon), text.slice(colon + 1));
  }

  async #signIn(name: string, password: string): Promise<UserContext> {
    this.#refuseLocked(name);
    const account = this.#users.find(name);
    const isAdmin = name === this.#admin.name;
    const stored = isAdmin ? this.#admin.password : account;
    if (stored === undefined || !(await this.#check.check(stored, password))) {
      this.#countFailure(name);
      throw new Refusal(401, 'unauthorized', 'Name or password is incorrect.');
    }
    // As in CouchDB, an administrator of the configuration keeps the roles of the account of the same name.
    return { name, roles: [...(isAdmin ? ['_admin'] : []), ...(account?.roles ?? [])] };
  }

  #refuseLocked(name: string): void {
    const failure = this.#failures.get(name);
    if (failure === undefined) return;
    if (this.#nowMs() - failure.sinceMs >= LOCK_MS) this.#failures.delete(name);
    else if (failure.count >= ALLOWED_FAILURES)
      throw new Refusal(403, 'forbidden', 'Account is temporarily locked due to multiple authentication failures');
  }

  #countFailure(name: string): void {
    const failure = this.#failures.get(name);
    this.#failures.set(name, { count: (failure?.count ?? 0) + 1, sinceMs: this.#nowMs() });
  }
}

function isListed(
  user: UserContext,
  list: { readonly names?: readonly string[]; readonly roles?: readonly string[] },
): boolean {
  return (
    (user.name !== null && (list.names ?? []).includes(user.name)) ||
    user.roles.some((role) => (list.roles ?? []).includes(role))
  );
}

export function isDatabaseAdmin(user: UserContext, security: SecurityObject): boolean {
  return isServerAdmin(user) || isListed(user, security.admins);
}

/** A database without any member is open to all, as in CouchDB. */
export function isMember(user: UserContext, security: SecurityObject): boolean {
  const { names = [], roles = [] } = security.members;
  return (
    (names.length === 0 && roles.length === 0) || isDatabaseAdmin(user, security) || isListed(user, security.members)
  );
}
