import type { CodeContent } from './code.ts';

/**
 * Where the register has the number that a code names: `<org>:<kind>:<year>:<n>`. Undefined when the text of the number says no
 * year and serial. Two agencies may write numbers alike, so whoever finds one compares the text as well.
 */
export function registerKeyOf({ org, kind, number }: CodeContent): string | undefined {
  const [, year, serial] = /(\d{4})\D+(\d+)\D*$/.exec(number) ?? [];
  return year === undefined || serial === undefined ? undefined : `${org}:${kind}:${year}:${String(Number(serial))}`;
}
