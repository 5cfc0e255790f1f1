/** Degrees with up to seven decimals as a whole number of 1e-7 degrees; undefined when it is none, or beyond `most`. */
export function parseDegrees(text: string, most: 90 | 180): number | undefined {
  const match = /^(-?)(\d{1,3})(?:\.(\d{1,7}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', part = ''] = match;
  const e7 = Number(whole) * 10_000_000 + Number(part.padEnd(7, '0'));
  if (e7 > most * 10_000_000) return undefined;
  return sign === '-' && e7 > 0 ? -e7 : e7;
}

/** Degrees as people write them, with all seven decimals. */
export function showDegrees(e7: number): string {
  const digits = String(Math.abs(e7)).padStart(8, '0');
  return `${e7 < 0 ? '-' : ''}${digits.slice(0, -7)}.${digits.slice(-7)}`;
}
