/** What is wrong with a unified social credit code. */
export type UsccCheck = 'ok' | 'bad_length' | 'bad_character' | 'bad_check_digit';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100 leaves out I, O, S, V and Z
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100), upper case. Only ever a warning: some codes in real
 * use fail their check digit.
 */
export function checkUscc(code: string): UsccCheck {
  if (code.length !== 18) return 'bad_length';
  const values = Array.from(code, (char) => ALPHABET.indexOf(char));
  if (values.includes(-1)) return 'bad_character';
  const sum = WEIGHTS.reduce<number>((total, weight, i) => total + weight * (values[i] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === values[17] ? 'ok' : 'bad_check_digit';
}
