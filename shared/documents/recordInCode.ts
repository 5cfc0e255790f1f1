import type { CodeContent } from './code.ts';

/** Stands before the digits, so that nobody takes them for a number of a series (文号). */
const MARK = '检查记录';
/** Digits of the record's id, the last ones: they are random. */
const DIGITS = 8;
const RECORD = /^检查记录([0-9a-f]{8})$/;

/** The digits by which a paper names the inspection it is made from. */
export function recordDigits(inspection: string): string {
  return inspection.slice(-DIGITS);
}

/** What the code of such a paper says where others say their number. */
export function recordText(inspection: string): string {
  return `${MARK}${recordDigits(inspection)}`;
}

/** The digits of the inspection that a code names; undefined where it names a number. */
export function recordIn({ kind, number }: Pick<CodeContent, 'kind' | 'number'>): string | undefined {
  return kind === 'D38' ? RECORD.exec(number)?.[1] : undefined;
}
