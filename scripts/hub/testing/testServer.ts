import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { databasesOf } from '../../server-setup/databases.ts';
import { DEMO_PASSWORD } from '../../server-setup/demoPeople.ts';
import { APP_ORIGIN, yearsAt, type Plan, type PlannedAccount } from '../../server-setup/plan.ts';
import { provision } from '../../server-setup/provision.ts';
import { startHub, type Hub } from '../start.ts';

/** What a request may say beside its path. */
export type Ask = {
  readonly as?: string;
  readonly password?: string;
  readonly body?: unknown;
  readonly raw?: BodyInit;
  readonly headers?: Record<string, string>;
};
export type Reply = { readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> };

/**
 * A provisioned server for tests: the one named by `XUNZHI_TEST_SERVER`, otherwise a fresh hub. Organisations and
 * accounts carry a random mark, so that a shared server can be used again.
 */
export class TestServer {
  readonly adminUrl: string;
  readonly isHub: boolean;
  readonly plan: Plan;
  readonly mark = `t${randomUUID().slice(0, 6)}`;
  readonly #end: () => Promise<void>;

  private constructor(adminUrl: string, isHub: boolean, end: () => Promise<void>) {
    this.adminUrl = adminUrl;
    this.isHub = isHub;
    this.plan = aPlan(this.mark);
    this.#end = end;
  }

  static async open(): Promise<TestServer> {
    const given = process.env['XUNZHI_TEST_SERVER'];
    if (given !== undefined && given !== '') return TestServer.#on(given, false, () => Promise.resolve());
    const { hub, end } = await aHub();
    return TestServer.#on(hub.adminUrl, true, end);
  }

  static async #on(adminUrl: string, isHub: boolean, end: () => Promise<void>): Promise<TestServer> {
    const server = new TestServer(adminUrl, isHub, end);
    await provision(adminUrl, server.plan);
    return server;
  }

  /** The organisation `a` (officers, an assistant), `b` (an officer; devices need approval) or `city` (brigade). */
  org(name: 'a' | 'b' | 'city'): string {
    return this.mark + name;
  }

  user(name: 'officer' | 'colleague' | 'assistant' | 'other' | 'supervisor' | 'carrier' | 'backup' | 'admin'): string {
    return `${this.mark}.${name}`;
  }

  database(kind: 'case' | 'evidence', name: 'a' | 'b'): string {
    return `${kind}-${this.org(name)}-2026`;
  }

  /** As the administrator unless another account is named; `as: ''` sends no sign-in. */
  async ask(
    method: string,
    path: string,
    { as, password = DEMO_PASSWORD, body, raw, headers = {} }: Ask = {},
  ): Promise<Reply> {
    const admin = new URL(this.adminUrl);
    const login = as === undefined ? `${admin.username}:${admin.password}` : `${as}:${password}`;
    const signIn = as === '' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(admin.origin + path, {
      method,
      headers: { accept: 'application/json', ...signIn, ...json, ...headers },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  }

  put(database: string, doc: Readonly<Record<string, unknown>>, as?: string): Promise<Reply> {
    return this.ask('PUT', `/${database}/${encodeURIComponent(String(doc['_id']))}`, {
      body: doc,
      ...(as !== undefined && { as }),
    });
  }

  /** A device's request as the app writes it, by an officer of `b`; answers its id. */
  async requestDevice(): Promise<string> {
    const device = randomUUID();
    const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
    const card = { kind: 'device', device, by: this.user('other'), org: this.org('b'), publicKey };
    const written = { ...card, _id: `device:${device}`, registeredAt: '2026-05-01T00:00:00.000Z' };
    const { status } = await this.put('bureau', written, this.user('other'));
    if (status !== 201) throw new Error(`device card: ${String(status)}`);
    return device;
  }

  async close(): Promise<void> {
    if (!this.isHub) await this.#cleanUp();
    await this.#end();
  }

  async #cleanUp(): Promise<void> {
    for (const { name } of databasesOf(this.plan)) if (name.includes(this.mark)) await this.ask('DELETE', `/${name}`);
    const cards = [
      ...this.plan.orgs.map(({ org }) => `org:${org}`),
      ...this.plan.accounts.map(({ card }) => `user:${card.user}`),
    ];
    for (const id of cards) await this.#remove('bureau', id);
    for (const { card } of this.plan.accounts) await this.#remove('_users', `org.couchdb.user:${card.user}`);
  }

  async #remove(database: string, id: string): Promise<void> {
    const path = `/${database}/${encodeURIComponent(id)}`;
    const { status, body } = await this.ask('GET', path);
    if (status === 200) await this.ask('DELETE', `${path}?rev=${String(body['_rev'])}`);
  }
}

/** A hub of its own in a fresh folder; `end` stops it and removes the folder. */
export async function aHub(options: { readonly nowMs?: () => number; readonly clockMs?: number } = {}): Promise<{
  readonly hub: Hub;
  readonly dataDir: string;
  readonly end: () => Promise<void>;
}> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xunzhi-hub-'));
  const hub = await startHub({ dataDir, port: 0, ...options });
  const end = async (): Promise<void> => {
    await hub.close();
    await rm(dataDir, { recursive: true });
  };
  return { hub, dataDir, end };
}

function aPlan(mark: string): Plan {
  const org = (name: string, brigade: boolean) => ({
    org: mark + name,
    name: `测试机关${name}`,
    shortName: name,
    abbreviation: `测${name}`,
    phone: '0',
    address: '测试',
    divisions: ['420202'],
    brigade,
    ...(name !== 'b' && { approveDevices: 'automatic' as const }),
  });
  const account = (user: string, orgName: string, role: string): PlannedAccount => ({
    password: DEMO_PASSWORD,
    roles: [`${mark}${orgName}/${role}`],
    card: { user: `${mark}.${user}`, org: mark + orgName, name: user },
  });
  return {
    orgs: [org('city', true), org('a', false), org('b', false)],
    accounts: [
      account('officer', 'a', 'officer'),
      account('colleague', 'a', 'officer'),
      account('assistant', 'a', 'assistant'),
      account('other', 'b', 'officer'),
      account('supervisor', 'city', 'supervisor'),
      account('carrier', 'city', 'carrier'),
      account('backup', 'city', 'backup'),
      account('admin', 'city', 'admin'),
    ],
    years: yearsAt(Date.UTC(2026, 5, 1)),
    origins: [APP_ORIGIN],
    seeds: [],
  };
}
