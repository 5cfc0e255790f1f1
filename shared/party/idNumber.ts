import type { ChinaDate } from '../kernel/chinaTime.ts';

/** What is wrong with an ID number, if anything: warned about, never blocked. */
export type IdCheck = 'ok' | 'bad_form' | 'bad_date' | 'bad_check_digit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Checks an 18-character ID number (GB 11643): form, date of birth, check character. */
export function checkIdNumber(text: string): IdCheck {
  if (!/^\d{17}[\dX]$/.test(text)) return 'bad_form';
  if (bornOnOf(text) === undefined) return 'bad_date';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return CHECKS.charAt(sum % 11) === text.charAt(17) ? 'ok' : 'bad_check_digit';
}

/** Date of birth in an ID number; undefined when it holds none that exists. */
export function bornOnOf(text: string): ChinaDate | undefined {
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
  return isReal && Number(year) >= 1880 ? date : undefined;
}

/** `420202********0015`: as much as may be seen outside the file (个人信息保护法 §6). */
export function maskedId(text: string): string {
  return text.length < 8
    ? '*'.repeat(text.length)
    : `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}`;
}
