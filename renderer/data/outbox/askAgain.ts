import { z } from 'zod';

import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';

/** How often the account's roles are looked at while something is refused, in milliseconds. */
const LOOK_EVERY_MS = 60_000;

/** How long a database that was not there is left alone, in milliseconds: one of a new year is made some morning. */
const MISSING_MS = 600_000;

const sessionAnswer = z.looseObject({ userCtx: z.looseObject({ roles: z.array(z.string()) }) });
type Look = { readonly atMs: number; readonly roles: string };
const looks = new WeakMap<Remote, Look>();

/**
 * Refused records of a person (of everybody, when the account is a carrier) wait again, for one more question: said once
 * at a sign-in and once when the roles have changed, because either may have removed the reason. Answers how many.
 */
export async function askAgain(ctx: Context, user: string): Promise<number> {
  const mine = (by: string): boolean => by === user || ctx.session.isCarrier;
  const records = ctx.db.outbox.where('state').equals('refused');
  const blobs = ctx.db.blobs.where('state').equals('refused');
  const asked = await records.and((row) => mine(row.by)).modify({ state: 'waiting' });
  return asked + (await blobs.and((row) => mine(row.by)).modify({ state: 'waiting' }));
}

/** Looks at the account's roles while something of its own is refused, and asks again when they are other ones. */
export async function askAgainIfRolesChanged(ctx: Context, remote: Remote, authorization: string): Promise<void> {
  const { profile } = ctx.session;
  if (profile === undefined || (await ctx.db.outbox.where('state').equals('refused').count()) === 0) return;
  const last = looks.get(remote);
  const nowMs = performance.now();
  if (last !== undefined && nowMs - last.atMs < LOOK_EVERY_MS) return;
  const answer = sessionAnswer.safeParse(await remote.json('/_session', { authorization }));
  if (!answer.success) return;
  const roles = `${profile.user} ${[...answer.data.userCtx.roles].sort().join(' ')}`;
  const known = last?.roles ?? `${profile.user} ${[...profile.roles].sort().join(' ')}`;
  looks.set(remote, { atMs: nowMs, roles });
  if (roles !== known) await askAgain(ctx, profile.user);
}

/** Records of a database that was not there wait again after a while: nobody signs in anew because it was made. */
export async function askAgainForMissing(ctx: Context): Promise<void> {
  const before = ctx.clock.nowMs() - MISSING_MS;
  await ctx.db.outbox
    .where('state')
    .equals('refused')
    .and((row) => row.rule === 'database_missing' && Date.parse(row.refusedAt ?? '') < before)
    .modify({ state: 'waiting' });
}
