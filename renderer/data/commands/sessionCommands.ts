import { refuse, type Handlers } from '../dispatch.ts';
import { askAgain } from '../outbox/askAgain.ts';
import type { PersonInfo } from '../protocol.ts';
import { changePassword } from '../session/changePassword.ts';
import { changePin } from '../session/changePin.ts';
import { profileField } from '../session/profileField.ts';
import { signIn } from '../session/signIn.ts';
import { allUserCards } from '../session/userCards.ts';

type Names =
  | 'session.signIn'
  | 'session.setPin'
  | 'session.unlock'
  | 'session.lock'
  | 'session.changePassword'
  | 'session.changePin'
  | 'people.list';

/** Who is at the screen: sign-in at the server, PIN, lock. */
export const SESSION_COMMANDS: Pick<Handlers, Names> = {
  'session.signIn': async (ctx, { user, password }) => {
    if (ctx.remote === undefined) return refuse('no_server');
    const info = await signIn(ctx, ctx.remote, user, password);
    await askAgain(ctx, user);
    ctx.loop.resume();
    ctx.lane.resume();
    ctx.prints.kick();
    return { ok: true, value: info };
  },
  'session.setPin': async (ctx, { pin }) => {
    const profile = ctx.session.profile;
    if (profile === undefined) return refuse('not_signed_in');
    // Whoever finds an open screen must not take the PIN over; a typed password allows it.
    if (ctx.session.hasPin && !ctx.session.isByPassword) return refuse('needs_old_pin');
    await ctx.port.call('vault.setPin', { user: profile.user, pin });
    return { ok: true, value: await ctx.session.notePin() };
  },
  'session.unlock': async (ctx, { user, pin }) => {
    const answer = await ctx.port.call('vault.unlock', { user, pin });
    if (answer.is === 'none') return refuse('no_pin', { subject: user });
    if (answer.is === 'wrong') return refuse('wrong_pin', { subject: String(answer.left) });
    if (answer.is === 'blocked') return refuse('pin_blocked', { subject: new Date(answer.untilMs).toISOString() });
    const info = await ctx.session.open(profileField.parse(answer.profile), answer.password, true);
    ctx.loop.resume();
    ctx.lane.resume();
    ctx.prints.kick();
    return { ok: true, value: info };
  },
  'session.lock': async (ctx) => ({ ok: true, value: await ctx.session.lock() }),
  'session.changePassword': async (ctx, { old, next }) => {
    if (ctx.remote === undefined) return refuse('no_server');
    return changePassword(ctx, ctx.remote, old, next);
  },
  'session.changePin': (ctx, input) => changePin(ctx, input),
  'people.list': async (ctx) => {
    const { users } = await ctx.port.call('vault.list', {});
    const withPin = new Set(users.filter((known) => known.hasPin).map((known) => known.user));
    const cards = await allUserCards(ctx.db);
    const people = cards.map(({ user, name, org, certificate, certificateExpiresOn }): PersonInfo => ({
      user,
      name,
      org,
      ...(certificate === undefined ? {} : { certificate }),
      ...(certificateExpiresOn === undefined ? {} : { certificateExpiresOn }),
      hasPin: withPin.has(user),
    }));
    return { ok: true, value: [...people, ...withoutCard(users, people)] };
  },
};

/** Who signed in here before is known to the vault also when the directory was lost and has not come again. */
function withoutCard(
  users: readonly { readonly user: string; readonly hasPin: boolean; readonly profile: unknown }[],
  people: readonly PersonInfo[],
): PersonInfo[] {
  return users.flatMap((known): PersonInfo[] => {
    const profile = profileField.safeParse(known.profile);
    if (!profile.success || people.some(({ user }) => user === known.user)) return [];
    const { user, name, org, certificate, certificateExpiresOn } = profile.data;
    return [
      {
        user,
        name,
        org,
        ...(certificate === undefined ? {} : { certificate }),
        ...(certificateExpiresOn === undefined ? {} : { certificateExpiresOn }),
        hasPin: known.hasPin,
      },
    ];
  });
}
