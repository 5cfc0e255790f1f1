/** An integer in the smallest unit as people write it: `1250` with two decimals is `12.5`, thousands are set apart. */
export function showAmount(value: number, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** Why a text is no amount. */
export type AmountProblem = 'empty' | 'not_a_number' | 'too_fine' | 'too_large';

const MOST = 1_000_000_000;

/** Reads what people write as an integer in the smallest unit, or says why it is none. Signs and units are refused. */
export function readAmount(
  text: string,
  decimals: number,
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: AmountProblem } {
  const clean = text.trim().replaceAll(/[,，]/g, '');
  if (clean === '') return { ok: false, problem: 'empty' };
  const match = /^(\d+)(?:\.(\d+))?$/.exec(clean);
  if (match === null) return { ok: false, problem: 'not_a_number' };
  const [, whole = '', rest = ''] = match;
  if (rest.length > decimals) return { ok: false, problem: 'too_fine' };
  if (Number(whole) > MOST) return { ok: false, problem: 'too_large' };
  return { ok: true, value: Number(`${whole}${rest.padEnd(decimals, '0')}`) };
}
