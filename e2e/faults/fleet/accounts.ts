import { DEMO_ACCOUNTS } from '../../../scripts/server-setup/demoPeople.ts';
import { ServerAccount } from '../../fixtures/server.ts';

/** Roles of accounts on the server, as an administrator changes them. */
export class Accounts {
  readonly #admin: ServerAccount;
  readonly #changed = new Set<string>();

  constructor(adminUrl: string) {
    this.#admin = ServerAccount.ofUrl(adminUrl);
  }

  /** True while some account has not its own role. */
  get areChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Gives an account one role of its organisation instead of its own. */
  async give(user: string, role: string): Promise<void> {
    const org = ownRoles(user)[0]?.split('/')[0] ?? '';
    this.#changed.add(user);
    await this.#write(user, [`${org}/${role}`]);
  }

  /** Gives back what the account had at first. */
  async giveBack(user: string): Promise<void> {
    if (!this.#changed.has(user)) return;
    await this.#write(user, ownRoles(user));
    this.#changed.delete(user);
  }

  async giveAllBack(): Promise<void> {
    for (const user of [...this.#changed]) await this.giveBack(user);
  }

  async #write(user: string, roles: readonly string[]): Promise<void> {
    const path = `/_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`;
    const account = (await this.#admin.request('GET', path)) as Record<string, unknown>;
    await this.#admin.request('PUT', path, { ...account, roles });
  }
}

function ownRoles(user: string): readonly string[] {
  return DEMO_ACCOUNTS.find(({ card }) => card.user === user)?.roles ?? [];
}
