import { checkPassword } from '#shared/access/password.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer } from '../protocol.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import { basicHeader } from './session.ts';

/** The nodes of a cluster learn of a new password a moment later than the one that took it. */
const KNOWN_EVERYWHERE = { tries: 3, pauseMs: 1_000 } as const;

/**
 * Gives the signed-in account a new password at the server; vault and session use it at once. Other devices of the person
 * keep the old one until the server refuses it, and then ask. Needs the server: an old password that nothing can check
 * would lock the person out.
 */
export async function changePassword(
  ctx: Context,
  remote: Remote,
  old: string,
  next: string,
): Promise<CommandAnswer<Record<string, never>>> {
  const profile = ctx.session.profile;
  if (profile === undefined) return refuse('not_signed_in');
  const rules = checkPassword(profile.user, old, next);
  if (!rules.ok) return refuse(rules.error);
  const authorization = basicHeader(profile.user, old);
  remote.gate.typed(authorization);
  const path = `/_users/${encodeURIComponent(`org.couchdb.user:${profile.user}`)}`;
  const account = await askOldPassword(remote, path, authorization);
  const body = { ...account, password: next };
  const response = await remote.fetch(path, { method: 'PUT', authorization, body });
  if (response.status === 409) return refuse('password_conflict');
  if (!response.ok) throw new RemoteProblem('server_error', response.status, (await response.text()).slice(0, 200));
  ctx.session.replacePassword(next);
  await ctx.port.call('vault.store', { user: profile.user, password: next, profile });
  await waitUntilKnown(remote, basicHeader(profile.user, next));
  ctx.loop.resume();
  return { ok: true, value: {} };
}

/** Here a refusal speaks of what was typed, whatever the session knows. */
async function askOldPassword(remote: Remote, path: string, authorization: string): Promise<Record<string, unknown>> {
  try {
    return (await remote.json(path, { authorization })) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof RemoteProblem && error.problem === 'password_changed')
      throw new RemoteProblem('wrong_password', error.status);
    throw error;
  }
}

async function waitUntilKnown(remote: Remote, authorization: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    remote.gate.typed(authorization);
    try {
      await remote.json('/_session', { authorization });
      return;
    } catch (error) {
      // The server has taken it: whatever is unclear now is told by the next round of the sync.
      if (!(error instanceof RemoteProblem) || error.status !== 401 || tries >= KNOWN_EVERYWHERE.tries) return;
    }
    await new Promise((done) => setTimeout(done, KNOWN_EVERYWHERE.pauseMs));
  }
}
