import { err, ok, type Result } from '../kernel/result.ts';

/** Why a new password is not taken. */
export type PasswordProblem =
  'password_short' | 'password_simple' | 'password_same' | 'password_has_name' | 'unclean_text';

/** Characters of a password at least. */
export const PASSWORD_LENGTH = 8;

const CLASSES = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u] as const;

/**
 * The rules for a new password: at least eight characters of at least two kinds (letters, digits, others), not the old
 * one, without the account's name. GB/T 22239 (等保) asks for complexity without naming numbers; length is what helps.
 * Refuses `unclean_text` for control characters and spaces at the ends, which people cannot type again.
 */
export function checkPassword(user: string, old: string, next: string): Result<undefined, PasswordProblem> {
  if (next !== next.trim() || /\p{C}/u.test(next)) return err('unclean_text');
  if ([...next].length < PASSWORD_LENGTH) return err('password_short');
  if (next === old) return err('password_same');
  if (next.toLowerCase().includes(user.toLowerCase())) return err('password_has_name');
  if (CLASSES.filter((kind) => kind.test(next)).length < 2) return err('password_simple');
  return ok(undefined);
}
