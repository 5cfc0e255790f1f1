/** Why a server could not be provisioned. */
export type SetupProblem =
  | 'bad_url'
  | 'unreachable'
  | 'wrong_password'
  | 'not_couchdb'
  | 'not_admin'
  | 'refused'
  | 'bad_passphrase'
  | 'key_file'
  | 'clock';

const MESSAGES: Readonly<Record<SetupProblem, string>> = {
  bad_url: 'The address must look like http://admin:password@host:5984',
  unreachable: 'The server cannot be reached',
  wrong_password: 'The server refuses the name or password',
  not_couchdb: 'This server does not answer like CouchDB',
  not_admin: 'This account is no server administrator',
  refused: 'The server refused a step',
  bad_passphrase: 'The passphrase of the recovery key is too short',
  key_file: 'The file of the recovery key cannot be written, or is there already',
  clock: 'The clock here stands before the recovery key that the bureau has',
};

/** Set-up stopped; the message names the problem and what the server said. */
export class SetupError extends Error {
  readonly problem: SetupProblem;

  constructor(problem: SetupProblem, detail: string) {
    super(`${MESSAGES[problem]}: ${detail}`);
    this.problem = problem;
  }
}

export type Answer = { readonly status: number; readonly body: unknown };
export type Credentials = { readonly user: string; readonly password: string };

/** JSON over HTTP with Basic sign-in. */
export class ServerClient {
  readonly origin: string;
  readonly #credentials: Credentials;
  readonly #fetch: typeof fetch;

  constructor(url: string, fetchFunction: typeof fetch = fetch) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.username === '')
      throw new SetupError('bad_url', parsed?.host ?? url);
    this.origin = parsed.origin + parsed.pathname.replace(/\/$/, '');
    this.#credentials = { user: decodeURIComponent(parsed.username), password: decodeURIComponent(parsed.password) };
    this.#fetch = fetchFunction;
  }

  /** The account that asks. */
  get user(): string {
    return this.#credentials.user;
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    credentials: Credentials = this.#credentials,
  ): Promise<Answer> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`,
    };
    if (body !== undefined) headers['content-type'] = 'application/json';
    let response: Response;
    try {
      response = await this.#fetch(`${this.origin}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new SetupError('unreachable', `${this.origin} (${cause})`);
    }
    const text = await response.text();
    return { status: response.status, body: parsedOr(text) };
  }

  /** The body of a request that must end with one of the given statuses. */
  async expect(
    statuses: readonly number[],
    method: string,
    path: string,
    body?: unknown,
    credentials?: Credentials,
  ): Promise<Answer> {
    const answer = await this.request(method, path, body, credentials);
    if (statuses.includes(answer.status)) return answer;
    throw new SetupError(
      answer.status === 401 ? 'wrong_password' : 'refused',
      `${method} ${path} → ${String(answer.status)} ${JSON.stringify(answer.body)}`,
    );
  }

  /** Proves that this is a CouchDB and that the account may administrate it. */
  async assertAdministrator(): Promise<void> {
    const welcome = await this.request('GET', '/');
    if (welcome.status === 401) throw new SetupError('wrong_password', this.#credentials.user);
    if ((welcome.body as { couchdb?: unknown } | undefined)?.couchdb !== 'Welcome')
      throw new SetupError('not_couchdb', this.origin);
    const session = await this.expect([200], 'GET', '/_session');
    const roles = (session.body as { userCtx?: { roles?: readonly string[] } }).userCtx?.roles ?? [];
    if (!roles.includes('_admin')) throw new SetupError('not_admin', this.#credentials.user);
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
