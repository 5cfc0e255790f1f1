import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import type { CommandAnswer, CommandInput } from '../protocol.ts';
import type { SessionInfo } from '../status.ts';

import { basicHeader } from './session.ts';

/** Wrong passwords in a row that lock the screen: they are checked here, and no server counts them. */
const TRIES = 5;
const wrong = new WeakMap<Context, number>();

/** Replaces the PIN of the signed-in person, who proves to be that person with the old PIN or the password. */
export async function changePin(
  ctx: Context,
  { by, secret, pin }: CommandInput<'session.changePin'>,
): Promise<CommandAnswer<SessionInfo>> {
  const profile = ctx.session.profile;
  if (profile === undefined) return refuse('not_signed_in');
  const { user } = profile;
  if (by === 'pin') {
    const answer = await ctx.port.call('vault.verifyPin', { user, pin: secret });
    if (answer.is === 'none') return refuse('no_pin', { subject: user });
    if (answer.is === 'wrong') return refuse('wrong_pin', { subject: String(answer.left) });
    if (answer.is === 'blocked') return refuse('pin_blocked', { subject: new Date(answer.untilMs).toISOString() });
  } else if (basicHeader(user, secret) !== ctx.session.authorization) {
    const count = (wrong.get(ctx) ?? 0) + 1;
    wrong.set(ctx, count % TRIES);
    if (count >= TRIES) await ctx.session.lock();
    return refuse('wrong_password');
  }
  wrong.delete(ctx);
  await ctx.port.call('vault.setPin', { user, pin });
  return { ok: true, value: await ctx.session.notePin() };
}
