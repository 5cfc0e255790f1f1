import { canonicalJson } from '#shared/kernel/canonicalJson.ts';

import { SetupError, type ServerClient } from './client.ts';
import type { PlannedAccount, PlannedOrg } from './plan.ts';
import type { Step } from './report.ts';

/** Makes the account, or adds missing roles to it. Its password is set once: the person may have changed it since. */
export async function setUpAccount(client: ServerClient, account: PlannedAccount): Promise<Step> {
  const { user } = account.card;
  const path = `/_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`;
  const current = await client.expect([200, 404], 'GET', path);
  if (current.status === 404) {
    await client.expect([201, 202], 'PUT', path, {
      type: 'user',
      name: user,
      password: account.password,
      roles: account.roles,
    });
    return { what: 'account', name: user, did: 'created' };
  }
  const doc = current.body as { roles: readonly string[] };
  const missing = account.roles.filter((role) => !doc.roles.includes(role));
  if (missing.length === 0) return { what: 'account', name: user, did: 'unchanged' };
  await client.expect([201, 202], 'PUT', path, { ...doc, roles: [...doc.roles, ...missing] });
  return { what: 'account', name: user, did: 'changed' };
}

export function setUpOrgCard(client: ServerClient, { brigade: _brigade, ...card }: PlannedOrg): Promise<Step> {
  return setUpCard(client, `org:${card.org}`, { kind: 'org', ...card });
}

export function setUpUserCard(client: ServerClient, { card }: PlannedAccount): Promise<Step> {
  return setUpCard(client, `user:${card.user}`, { kind: 'user', ...card });
}

/** Writes a card, keeping members of it that the plan does not name. */
async function setUpCard(client: ServerClient, id: string, card: Record<string, unknown>): Promise<Step> {
  const path = `/bureau/${encodeURIComponent(id)}`;
  const current = await client.expect([200, 404], 'GET', path);
  const old = current.status === 200 ? (current.body as Record<string, unknown>) : {};
  const wanted = { ...old, ...card };
  if (canonicalJson(wanted) === canonicalJson(old)) return { what: 'card', name: id, did: 'unchanged' };
  await client.expect([201, 202], 'PUT', path, wanted);
  return { what: 'card', name: id, did: current.status === 200 ? 'changed' : 'created' };
}

/** Gives an account a new password, for a person who forgot it; roles and card stay. Every device asks for it next. */
export async function resetPassword(client: ServerClient, user: string, password: string): Promise<Step> {
  const path = `/_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`;
  const current = await client.expect([200, 404], 'GET', path);
  if (current.status === 404) throw new SetupError('refused', `there is no account ${user}`);
  await client.expect([201, 202], 'PUT', path, { ...(current.body as Record<string, unknown>), password });
  return { what: 'account', name: user, did: 'changed' };
}
