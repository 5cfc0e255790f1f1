import { describe, expect, it } from 'vitest';

import { BUILT_IN_CALENDAR } from '../../kernel/workCalendar.ts';
import { aSha } from '../../testing/builders.ts';
import { A_DEMOLITION, A_FINE } from '../../testing/fileActs.ts';
import { ORDINARY_SCRIPT, SPOT_SCRIPT, STRUCTURE_TO_SERVED, TO_FILED } from '../../testing/fileScripts.ts';
import { fileAfter, withFile, type RequirementRow } from '../../testing/requirementRows.ts';
import type { CaseState } from '../state.ts';

import { ENFORCEMENT_REQUIREMENTS } from './enforcement.ts';
import { requirementOf } from './index.ts';

const FILED = fileAfter(TO_FILED);
const MATTER = FILED.file?.matter;
const DECIDED = withFile(FILED, { decided: A_FINE, paidFen: 0 });
const own = (ownEnforcement: boolean): CaseState =>
  withFile(FILED, { matter: MATTER && { ...MATTER, ownEnforcement } });
const rechecked = (result: 'fixed' | 'not_fixed'): CaseState => ({
  ...FILED,
  recheck: { at: '2024-03-07T07:00:00.000Z', result, photos: [aSha(9)] },
});
/** The order to demolish until 2024-04-10; it was served on 2024-03-19, so both remedies end on 2024-09-19. */
const ORDERED = fileAfter(STRUCTURE_TO_SERVED, (story) => {
  story.penalty = A_DEMOLITION;
  story.untilOn = '2024-04-10';
});
/** Asked for reconsideration in time; its decision came on Monday 2024-12-02, after the six months. */
const RECONSIDERED = withFile(ORDERED, {
  remedies: [{ remedy: 'reconsideration', filedOn: '2024-05-06', endedOn: '2024-12-02', result: 'upheld' }],
});
/** Thursday 2024-09-19, the last day of the six months, is a day off of the bureau. */
const DAY_OFF = { ...BUILT_IN_CALENDAR, holidays: new Set([...BUILT_IN_CALENDAR.holidays, '2024-09-19']) };
const CASH = withFile(DECIDED, { cash: [{ to: 'officer', on: '2024-03-19', amountFen: 10_000 }] });
const at = (iso: string): number => Date.parse(iso);

const ROWS: readonly RequirementRow[] = [
  [
    'approved_or_urgent',
    'a measure nobody approved',
    { state: FILED, data: { urgent: false } },
    { state: fileAfter([...TO_FILED, ['case.approved:measure', 'ju']]), data: { urgent: false } },
  ],
  ['unpaid', 'a fine that is paid', { state: withFile(DECIDED, { paidFen: 50_000 }) }, { state: DECIDED }],
  [
    'paid_or_ended',
    'a cent that is left',
    { state: withFile(DECIDED, { paidFen: 49_999 }) },
    { state: withFile(DECIDED, { paidFen: 50_000 }) },
  ],
  [
    'cash_held',
    'a unit to which no cash has come yet',
    { state: CASH, act: 'cash.handedIn:bank' },
    { state: CASH, act: 'cash.handedIn:unit' },
  ],
  [
    'cash_lawful',
    'cash nobody said a ground for',
    { state: DECIDED, data: { way: 'cash' } },
    { state: DECIDED, data: { way: 'cash', cashGround: 'remote', cashReason: '水上作业，当事人要求当场缴纳（示例）' } },
  ],
  ['corrected', 'a breach that goes on', { state: rechecked('not_fixed') }, { state: rechecked('fixed') }],
  [
    'reported_if_spot',
    'a decision on the spot that nobody was told of',
    { state: fileAfter(SPOT_SCRIPT.slice(0, 5)) },
    { state: fileAfter(SPOT_SCRIPT.slice(0, 6)) },
  ],
  ['own_enforcement', 'a law that leaves it to the court', { state: own(false) }, { state: own(true) }],
  ['no_own_enforcement', 'a law that gives it to the agency', { state: own(true) }, { state: own(false) }],
  [
    'remedy_over',
    'the last day of the six months',
    { state: ORDERED, on: '2024-09-19' },
    { state: ORDERED, on: '2024-09-20' },
  ],
  [
    'remedy_over',
    'the last of the 15 days to sue after a reconsideration: 2 + 15 December, a Tuesday',
    { state: RECONSIDERED, on: '2024-12-17' },
    { state: RECONSIDERED, on: '2024-12-18' },
  ],
  [
    'remedy_over',
    'a last day that the calendar of the bureau rolls over a day off',
    { state: ORDERED, on: '2024-09-20', calendar: DAY_OFF },
    { state: ORDERED, on: '2024-09-21', calendar: DAY_OFF },
  ],
  ['remedy_over', 'a decision not served', { state: FILED, on: '2026-01-05' }, { state: ORDERED, on: '2026-01-05' }],
  [
    'no_remedy_pending',
    'a lawsuit that is not over',
    { state: withFile(ORDERED, { remedies: [{ remedy: 'litigation', filedOn: '2024-05-06' }] }) },
    {
      state: withFile(ORDERED, {
        remedies: [{ remedy: 'litigation', filedOn: '2024-05-06', endedOn: '2024-12-02' }],
      }),
    },
  ],
  [
    'order_period_over',
    'the last day to demolish oneself',
    { state: ORDERED, on: '2024-04-10' },
    { state: ORDERED, on: '2024-04-11' },
  ],
  [
    'not_demolished',
    'a building that is gone',
    { state: withFile(ORDERED, { demolished: { on: '2024-04-01', mode: 'self', areaE2: 8640 } }) },
    { state: ORDERED },
  ],
  [
    'by_day',
    'ten at night',
    { happenedMs: at('2024-10-08T22:00:00+08:00') },
    { happenedMs: at('2024-10-08T21:59:00+08:00') },
  ],
  [
    'by_day',
    'a plan over midnight',
    { data: { startAt: '2024-10-08T18:00:00+08:00', endAt: '2024-10-09T07:00:00+08:00' } },
    { data: { startAt: '2024-10-08T08:00:00+08:00', endAt: '2024-10-08T18:00:00+08:00' } },
  ],
  [
    'on_working_day',
    'a day of 国庆',
    { happenedMs: at('2024-10-07T09:00:00+08:00') },
    { happenedMs: at('2024-10-08T09:00:00+08:00') },
  ],
  [
    'on_working_day',
    'a Sunday, unless it is worked',
    { happenedMs: at('2024-10-13T09:00:00+08:00') },
    { happenedMs: at('2024-09-29T09:00:00+08:00') },
  ],
];

describe('what performing, enforcing and closing need', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(ENFORCEMENT_REQUIREMENTS)));
  });

  it('lets an urgent enforcement go by night and on a holiday', () => {
    const urgent = { happenedMs: at('2024-10-01T23:00:00+08:00'), data: { urgent: true } };
    expect([requirementOf('by_day'), requirementOf('on_working_day')].map(({ holds }) => holds(urgent))).toEqual([
      true,
      true,
    ]);
  });

  it('does not wait for a suit after a reconsideration that was withdrawn: there is no decision to sue about', () => {
    const remedies = [
      { remedy: 'reconsideration', filedOn: '2024-05-06', endedOn: '2024-12-02', result: 'withdrawn' },
    ] as const;
    const attempt = { state: withFile(ORDERED, { remedies }), on: '2024-12-03' };
    expect(requirementOf('remedy_over').holds(attempt)).toBe(true);
  });

  it('closes an unpaid file that was terminated or enforced', () => {
    const ended = withFile(fileAfter([...TO_FILED, ['case.terminated', 'ju']]), { decided: A_FINE });
    expect(requirementOf('paid_or_ended').holds({ state: ended })).toBe(true);
    expect(requirementOf('paid_or_ended').holds({ state: fileAfter(ORDINARY_SCRIPT.slice(0, -3)) })).toBe(true);
  });
});
