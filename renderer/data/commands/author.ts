import { userCardField } from '#shared/access/directory.ts';
import { mayWrite } from '#shared/access/permissions.ts';
import type { Officer, SecondSignature } from '#shared/events/fields.ts';
import type { EventType } from '#shared/events/registry.ts';
import { chinaDateOf, type ChinaDate } from '#shared/kernel/chinaTime.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError } from '../protocol.ts';
import type { Profile } from '../session/session.ts';

/** Today in Asia/Shanghai by the worker's clock. */
export function todayOn(ctx: Context): ChinaDate {
  return chinaDateOf(ctx.clock.nowMs());
}

/** The signed-in person, if the role may write all of the given event types. */
export function authorFor(ctx: Context, ...types: readonly EventType[]): Result<Profile, CommandError> {
  const profile = ctx.session.profile;
  if (profile === undefined) return err({ code: 'not_signed_in' });
  if (ctx.session.lost !== undefined) return err({ code: 'role_lost' });
  const forbidden = types.find((type) => !mayWrite(profile.role, type));
  return forbidden === undefined ? ok(profile) : err({ code: 'role_forbidden', subject: forbidden });
}

/** The signed-in officer with a certificate that is valid today (行政处罚法 §42). */
export function certifiedOfficer(ctx: Context, profile: Profile): Result<Officer, CommandError> {
  const officer = ctx.session.officer;
  if (officer === undefined) return err({ code: 'no_certificate', subject: profile.name, article: '行政处罚法 §42' });
  if (isExpired(profile.certificateExpiresOn, todayOn(ctx))) {
    return err({ code: 'certificate_expired', subject: profile.name, article: '行政处罚法 §42' });
  }
  return ok(officer);
}

/** The second officer confirms with the PIN on this machine: another person, with a valid certificate (§42). */
export async function confirmSecond(
  ctx: Context,
  second: { readonly user: string; readonly pin: string },
): Promise<Result<SecondSignature, CommandError>> {
  if (second.user === ctx.session.profile?.user) return err({ code: 'same_officer_twice', article: '行政处罚法 §42' });
  const card = userCardField.safeParse((await ctx.db.directory.get(`user:${second.user}`))?.doc);
  if (!card.success || card.data.certificate === undefined)
    return err({ code: 'no_certificate', subject: second.user, article: '行政处罚法 §42' });
  // Both officers act for the authority that signs the document.
  if (card.data.org !== ctx.session.profile?.org) {
    return err({ code: 'wrong_role', subject: card.data.name, article: '行政处罚法 §42' });
  }
  if (isExpired(card.data.certificateExpiresOn, todayOn(ctx))) {
    return err({ code: 'certificate_expired', subject: card.data.name, article: '行政处罚法 §42' });
  }
  const check = await ctx.port.call('vault.verifyPin', second);
  if (check.is === 'none') return err({ code: 'no_pin', subject: card.data.name });
  if (check.is === 'wrong') return err({ code: 'wrong_pin', subject: String(check.left) });
  if (check.is === 'blocked') return err({ code: 'pin_blocked', subject: new Date(check.untilMs).toISOString() });
  return ok({
    user: second.user,
    name: card.data.name,
    certificate: card.data.certificate,
    at: ctx.clock.nowIso(),
    pinChecked: true,
  });
}

function isExpired(expiresOn: ChinaDate | undefined, today: ChinaDate): boolean {
  return expiresOn !== undefined && expiresOn < today;
}
