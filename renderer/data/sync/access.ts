import { z } from 'zod';

import { userCardField } from '#shared/access/directory.ts';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';
import type { Profile } from '../session/session.ts';
import type { AccessLoss } from '../status.ts';

/** How often a tick looks whether the person still holds the role, in milliseconds. */
const LOOK_EVERY_MS = 60_000;

const answerShape = z.looseObject({ userCtx: z.looseObject({ roles: z.array(z.string()) }) });
const looked = new WeakMap<Remote, number>();

/**
 * Asks whether the signed-in person still holds the role and belongs to the organisation that everything here is written
 * by. If not, what is here becomes read-only and says why, until it is given back; nothing is deleted.
 */
export async function lookAtAccess(
  ctx: Context,
  remote: Remote,
  authorization: string,
  profile: Profile,
  isDue: boolean,
): Promise<void> {
  const nowMs = performance.now();
  if (!isDue && nowMs - (looked.get(remote) ?? -LOOK_EVERY_MS) < LOOK_EVERY_MS) return;
  const answer = await remote.read(answerShape, '/_session', { authorization });
  looked.set(remote, nowMs);
  if (ctx.session.authorization !== authorization) return; // somebody else is at the screen by now
  await ctx.session.noteLoss(await lossOf(ctx, profile, answer.userCtx.roles));
}

async function lossOf(ctx: Context, profile: Profile, roles: readonly string[]): Promise<AccessLoss | undefined> {
  const card = userCardField.safeParse((await ctx.db.directory.get(`user:${profile.user}`))?.doc);
  if (card.success && card.data.org !== profile.org) return 'org';
  return roles.some((held) => held.split('/')[1] === profile.role) ? undefined : 'role';
}
