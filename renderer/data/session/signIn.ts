import { z } from 'zod';

import { orgCardField, userCardField, type UserCard } from '#shared/access/directory.ts';
import { parseHeldRole, ROLES, type Role } from '#shared/access/roles.ts';

import type { Context } from '../context.ts';
import { pullDatabase } from '../feed/pull.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { SessionInfo } from '../status.ts';

import { saySeen } from './lastSeen.ts';
import { basicHeader, type Profile } from './session.ts';

const welcome = z.looseObject({ couchdb: z.string() });
const sessionAnswer = z.looseObject({
  userCtx: z.looseObject({ name: z.string().nullable(), roles: z.array(z.string()) }),
});

/** Roles that sign in to this app, most specific first; a carrier moves documents and has no screen. */
const SIGN_IN_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'carrier' && role !== 'backup');

/**
 * Signs in against the server's accounts: is it a CouchDB, is the password right, has the account a role and a card.
 * Keeps what is needed to unlock offline, asks once for this device. Throws a `RemoteProblem` that names the obstacle.
 */
export async function signIn(ctx: Context, remote: Remote, user: string, password: string): Promise<SessionInfo> {
  const authorization = basicHeader(user, password);
  remote.gate.typed(authorization);
  await assertCouchDb(remote);
  const answer = sessionAnswer.safeParse(await remote.json('/_session', { authorization }));
  if (!answer.success) throw new RemoteProblem('not_couchdb');
  if (answer.data.userCtx.name !== user) throw new RemoteProblem('wrong_password');
  const held = chooseRole(answer.data.userCtx.roles);
  if (held === undefined) throw new RemoteProblem('no_role');
  await pullDatabase(ctx, remote, authorization, 'bureau');
  const profile = await profileOf(ctx, user, held.role, answer.data.userCtx.roles);
  await ctx.port.call('vault.store', { user, password, profile });
  const { users } = await ctx.port.call('vault.list', {});
  const info = await ctx.session.open(
    profile,
    password,
    users.some((known) => known.user === user && known.hasPin),
    true,
  );
  await registerDevice(ctx, remote, authorization, profile);
  await saySeen(ctx, remote, authorization, profile);
  return info;
}

async function assertCouchDb(remote: Remote): Promise<void> {
  const response = await remote.fetch('/');
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    throw new RemoteProblem('not_couchdb', response.status);
  }
  // A CouchDB that requires a valid user answers 401 with its own error object even here.
  const closed =
    response.status === 401 && z.looseObject({ error: z.string(), reason: z.string() }).safeParse(body).success;
  if (!closed && !welcome.safeParse(body).success) throw new RemoteProblem('not_couchdb', response.status);
}

function chooseRole(roles: readonly string[]): { readonly org: string; readonly role: Role } | undefined {
  const held = roles.flatMap((text) => parseHeldRole(text) ?? []);
  return SIGN_IN_ROLES.flatMap((role) => held.filter((one) => one.role === role))[0];
}

async function profileOf(ctx: Context, user: string, role: Role, roles: readonly string[]): Promise<Profile> {
  const card = userCardField.safeParse((await ctx.db.directory.get(`user:${user}`))?.doc);
  if (!card.success) throw new RemoteProblem('no_card');
  const org = orgCardField.safeParse((await ctx.db.directory.get(`org:${card.data.org}`))?.doc);
  if (!org.success) throw new RemoteProblem('no_card');
  return makeProfile(card.data, org.data.name, role, roles);
}

function makeProfile(card: UserCard, orgName: string, role: Role, roles: readonly string[]): Profile {
  const { user, name, org, certificate, certificateExpiresOn } = card;
  return {
    user,
    name,
    org,
    orgName,
    role,
    roles,
    ...(certificate === undefined ? {} : { certificate }),
    ...(certificateExpiresOn === undefined ? {} : { certificateExpiresOn }),
  };
}

/** The request of this device, which an administrator answers; the key in it is what the device signs with. */
async function registerDevice(ctx: Context, remote: Remote, authorization: string, profile: Profile): Promise<void> {
  const id = `device:${ctx.runtime.device}`;
  if ((await ctx.db.directory.get(id)) !== undefined) return;
  const body = {
    kind: 'device',
    device: ctx.runtime.device,
    by: profile.user,
    org: profile.org,
    registeredAt: ctx.clock.nowIso(),
    publicKey: ctx.runtime.publicKey,
  };
  const response = await remote.fetch(`/bureau/${encodeURIComponent(id)}`, { method: 'PUT', authorization, body });
  if (response.status !== 201 && response.status !== 202 && response.status !== 409) {
    throw new RemoteProblem('server_error', response.status, (await response.text()).slice(0, 200));
  }
}
