import { z } from 'zod';

import { isDate, isWeekend } from '../kernel/days.ts';
import type { YearOff } from '../kernel/workCalendar.ts';

const dateField = z.string().refine(isDate, { error: 'not a date' });

/**
 * A file `holidays/*.json`: days off and worked weekend days (调休) of one year as the State Council's notice says, for a
 * year that does not come with the app or that was changed. `source`: the notice's number. Refused: a date of another
 * year or written twice, also once on each list, and a worked day that is no Saturday or Sunday.
 */
export const holidayFileField = z
  .strictObject({
    schema: z.literal('xunzhi.holidays.v1'),
    year: z.int().min(2000).max(2100),
    source: z.string().trim().min(1),
    holidays: z.array(dateField).min(1),
    workedDays: z.array(dateField),
  })
  .superRefine((file, context) => {
    const problem = problemOf(file);
    if (problem !== undefined) context.addIssue({ code: 'custom', ...problem });
  });
/** See `holidayFileField`. */
export type HolidayFile = z.infer<typeof holidayFileField>;

type Problem = { readonly path: (string | number)[]; readonly message: string };

function problemOf({ year, holidays, workedDays }: YearOff): Problem | undefined {
  const seen = new Set<string>();
  const lists = [...holidays.entries()].map(([at, on]) => ({ path: ['holidays', at], on, isWorked: false }));
  const worked = [...workedDays.entries()].map(([at, on]) => ({ path: ['workedDays', at], on, isWorked: true }));
  for (const { path, on, isWorked } of [...lists, ...worked]) {
    if (!isDate(on)) return undefined; // the field says so itself
    if (!on.startsWith(`${String(year)}-`)) return { path, message: `not in ${String(year)}: ${on}` };
    if (seen.has(on)) return { path, message: `twice: ${on}` };
    if (isWorked && !isWeekend(on)) return { path, message: `no weekend day: ${on}` };
    seen.add(on);
  }
  return undefined;
}
