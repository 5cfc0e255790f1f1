import type { Officer, SecondSignature } from '#shared/events/fields.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import type { CommandError, CommandInput } from '../protocol.ts';
import type { Profile } from '../session/session.ts';

import { certifiedOfficer, confirmSecond } from './author.ts';

/** Both certified officers of an act (行政处罚法 §42). */
export type Signatures = { readonly officer: Officer; readonly second: SecondSignature };

/** The signed-in officer, and the second one by PIN on this machine. */
export async function signAs(
  ctx: Context,
  author: Profile,
  second: CommandInput<'act.take'>['second'],
): Promise<Result<Signatures, CommandError>> {
  const officer = certifiedOfficer(ctx, author);
  if (!officer.ok) return officer;
  if (second === undefined) return err({ code: 'second_missing', article: '行政处罚法 §42' });
  const confirmed = await confirmSecond(ctx, second);
  return confirmed.ok ? ok({ officer: officer.value, second: confirmed.value }) : confirmed;
}
