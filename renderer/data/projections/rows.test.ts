import { describe, expect, it } from 'vitest';

import { parseCatalogue } from '#shared/catalogue/parse.ts';
import { isWorkingDay } from '#shared/kernel/days.ts';
import { BUILT_IN_CALENDAR, calendarVersion, type WorkCalendar } from '#shared/kernel/workCalendar.ts';
import { CASE_STREAM } from '#shared/testing/builders.ts';
import { TO_FILED, TO_NOTICE, type Step } from '#shared/testing/fileScripts.ts';
import { FileStory } from '#shared/testing/fileStory.ts';

import { projectionOf } from './rows.ts';

/** Brought on Thursday 2024-03-14; the three working days for a statement ended on the day before. */
const BROUGHT: readonly Step[] = [
  ...TO_FILED,
  ...TO_NOTICE,
  ['document.issued:D17'],
  ['document.served:D17'],
  ['case.brought', 'chen', 6],
];
const OFF: WorkCalendar = {
  ...BUILT_IN_CALENDAR,
  holidays: new Set([...BUILT_IN_CALENDAR.holidays, '2024-03-13']),
};

function stageBy(calendar: WorkCalendar): string | undefined {
  const story = new FileStory();
  for (const [act, by, days = 0] of BROUGHT) story.wait(days).add(act, by);
  const rows = story.events.map((event) => ({ id: event._id, db: 'case-hsg-2024', event }));
  return projectionOf(CASE_STREAM, rows, { calendar, checklists: [] }).cases[0]?.stage;
}

describe('the days off of the bureau', () => {
  it('are what a case is folded by', () => {
    expect([stageBy(BUILT_IN_CALENDAR), stageBy(OFF)]).toEqual(['deliberation', 'notice_issued']);
  });

  it('arrive whole in another thread: in the window with the catalogue, in the worker that folds', () => {
    const { calendar } = structuredClone(parseCatalogue([]).catalogue);
    expect(isWorkingDay('2024-10-01', calendar)).toBe(false);
    expect(stageBy(structuredClone(OFF))).toBe('notice_issued');
  });

  it('have a version: stores fold again when it is another one', () => {
    expect(calendarVersion(OFF)).toBe(calendarVersion(structuredClone(OFF)));
    expect(calendarVersion(OFF)).not.toBe(calendarVersion(BUILT_IN_CALENDAR));
  });
});
