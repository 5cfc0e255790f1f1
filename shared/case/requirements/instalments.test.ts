import { describe, expect, it } from 'vitest';

import { A_FINE } from '../../testing/fileActs.ts';
import { ORDINARY_SCRIPT, TO_FILED } from '../../testing/fileScripts.ts';
import { FileStory } from '../../testing/fileStory.ts';
import { fileAfter, withFile, type RequirementRow } from '../../testing/requirementRows.ts';

import { requirementOf } from './index.ts';
import { INSTALMENT_REQUIREMENTS } from './instalments.ts';

const OWED = withFile(fileAfter(TO_FILED), { decided: A_FINE, paidFen: 100_00 });
const list = (
  ...all: readonly (readonly [number, string])[]
): { instalments: { amountFen: number; dueOn: string }[] } => ({
  instalments: all.map(([amountFen, dueOn]) => ({ amountFen, dueOn })),
});
const SOUND = list([150_00, '2024-04-20'], [250_00, '2024-05-20']);
const on = '2024-04-01';

const ROWS: readonly RequirementRow[] = [
  ['instalments_several', 'one', { data: list([400_00, '2024-04-20']) }, { data: SOUND }],
  [
    'instalments_in_order',
    'one on the day before the other',
    { on, data: list([150_00, '2024-05-20'], [250_00, '2024-05-19']) },
    { on, data: SOUND },
  ],
  [
    'instalments_in_order',
    'a first on the day of the approval',
    { on: '2024-04-20', data: SOUND },
    { on, data: SOUND },
  ],
  [
    'instalments_in_order',
    'a day that no month has',
    { on, data: list([150_00, '2024-04-31'], [250_00, '2024-05-20']) },
    { on, data: SOUND },
  ],
  [
    'instalments_make_up',
    'a fen more than is owed',
    { state: OWED, data: list([150_01, '2024-04-20'], [250_00, '2024-05-20']) },
    { state: OWED, data: SOUND },
  ],
  ['instalments_or_days', 'days beside them', { data: { ...SOUND, days: 10 } }, { data: { ...SOUND, days: 0 } }],
  [
    'instalments_or_days',
    'days for a plan that is in force',
    { state: withFile(OWED, SOUND), data: { days: 10 } },
    { state: OWED, data: { days: 10 } },
  ],
];

describe('what paying by instalments needs', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(INSTALMENT_REQUIREMENTS)));
  });

  it('says which one and which sums are wrong', () => {
    const { subject: which } = requirementOf('instalments_in_order');
    expect(which?.({ on, data: list([150_00, '2024-05-20'], [250_00, '2024-05-19']) })).toBe('2');
    const { subject: sums } = requirementOf('instalments_make_up');
    expect(sums?.({ state: OWED, data: list([1, '2024-04-20'], [2, '2024-05-20']) })).toBe('3|40000');
  });

  it('is not asked of what was approved by older rules', () => {
    const story = new FileStory();
    for (const [act, by, days = 0] of ORDINARY_SCRIPT.slice(0, -4)) story.wait(days).add(act, by);
    const data = { what: 'defer', text: '同意。', ...list([1, '2024-01-01']) };
    story.write('case.approved', data, { by: 'ju', rules: 5 });
    expect(story.state()?.timeline.at(-1)?.verdict).toEqual({ is: 'applied' });
    story.write('case.approved', data, { by: 'ju' });
    expect(story.state()?.timeline.at(-1)?.verdict).toMatchObject({ is: 'void', reason: 'instalments_few' });
  });
});
