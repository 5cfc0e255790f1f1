import { isDate } from './days.ts';

const DAY = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[ T]\d{1,2}:.*)?$/;

/** `YYYY-MM-DD` of a day as tables write it; undefined when it is none, or none that the calendar has. */
export function dayIn(cell: string): string | undefined {
  const parts = DAY.exec(cell.normalize('NFKC').trim())?.slice(1) ?? [];
  // Groups of the ways it is not written in are undefined.
  const [year = '', month = '', day = ''] = parts.filter(Boolean);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}
