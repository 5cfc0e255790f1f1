import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Members and administrators of a database, as in CouchDB; further fields are kept for the validation. */
export type SecurityObject = {
  readonly admins: { readonly names?: readonly string[]; readonly roles?: readonly string[] };
  readonly members: { readonly names?: readonly string[]; readonly roles?: readonly string[] };
  readonly [extra: string]: unknown;
};

type Config = Record<string, Record<string, string>>;
type Saved = {
  readonly uuid: string;
  databases: Record<string, { readonly suffix: string; security: SecurityObject }>;
  config: Config;
};

const ADMINS_ONLY: SecurityObject = { members: { roles: ['_admin'] }, admins: { roles: ['_admin'] } };

/** What the hub remembers beside documents: databases with their security, and the server's configuration. */
export class HubState {
  readonly #file: string;
  readonly #saved: Saved;

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.#file = join(dataDir, 'hub.json');
    this.#saved = existsSync(this.#file)
      ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Saved)
      : { uuid: randomBytes(16).toString('hex'), databases: {}, config: {} };
  }

  get uuid(): string {
    return this.#saved.uuid;
  }

  databases(): readonly string[] {
    return Object.keys(this.#saved.databases).sort();
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#saved.databases, name);
  }

  add(name: string): void {
    this.#saved.databases[name] = { suffix: randomBytes(6).toString('hex'), security: ADMINS_ONLY };
    this.#save();
  }

  remove(name: string): void {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a plain record, written to disk as it is
    delete this.#saved.databases[name];
    this.#save();
  }

  security(name: string): SecurityObject {
    return this.#saved.databases[name]?.security ?? ADMINS_ONLY;
  }

  setSecurity(name: string, security: SecurityObject): void {
    const database = this.#saved.databases[name];
    if (database === undefined) return;
    database.security = security;
    this.#save();
  }

  /** Tells this database's sequences from those of an earlier one of the same name. */
  suffix(name: string): string {
    return this.#saved.databases[name]?.suffix ?? '';
  }

  config(): Readonly<Config> {
    return this.#saved.config;
  }

  setting(section: string, key: string): string | undefined {
    return this.#saved.config[section]?.[key];
  }

  setSetting(section: string, key: string, value: string | undefined): void {
    const { [key]: _old, ...others } = this.#saved.config[section] ?? {};
    this.#saved.config[section] = value === undefined ? others : { ...others, [key]: value };
    this.#save();
  }

  #save(): void {
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, JSON.stringify(this.#saved, undefined, 1), { mode: 0o600 });
    renameSync(temporary, this.#file);
  }
}
