import { describe, expect, it } from 'vitest';

import { aChecklist, aCheckItem } from '../testing/checklists.ts';
import { aRichChecklist } from '../testing/richChecklist.ts';

import type { Checklist } from './checklist.ts';
import type { ChecklistItem, Condition } from './item.ts';
import { faultsOf } from './validate.ts';

function withItems(...items: ChecklistItem[]): Checklist {
  return aChecklist({ sections: [{ id: 'a', name: '甲', items }] });
}
const on = (item: string): Condition => ({ when: 'answer', item, isOneOf: ['fail'] });
const said = (list: Checklist, matters?: ReadonlySet<string>): readonly string[] =>
  faultsOf(list, matters).map(({ code, place, subject }) => `${code} ${place} ${subject}`.trim());

it('has nothing against sound checklists', () => {
  expect(faultsOf(aChecklist())).toEqual([]);
  expect(faultsOf(aRichChecklist(), new Set(['MQ-16']))).toEqual([]);
});

describe('faultsOf', () => {
  it.each<[string, ChecklistItem[], string[]]>([
    ['two items with one code', [aCheckItem('A1'), aCheckItem('A1')], ['duplicate_code sections.0.items.1 A1']],
    [
      'a condition on nothing',
      [aCheckItem('A1', { showIf: on('Z9') })],
      ['unknown_item sections.0.items.0.showIf A1 Z9'],
    ],
    [
      'a condition on what comes later',
      [aCheckItem('A1', { showIf: on('A2') }), aCheckItem('A2')],
      ['later_item sections.0.items.0.showIf A1 A2'],
    ],
    [
      'a circle',
      [aCheckItem('A1', { showIf: on('A2') }), aCheckItem('A2', { showIf: on('A1') })],
      ['circle sections.0.items.0.showIf A1 A2', 'circle sections.0.items.1.showIf A2 A1'],
    ],
    [
      'a condition that nothing meets',
      [aCheckItem('A1'), aCheckItem('A2', { showIf: { when: 'answer', item: 'A1', isOneOf: [] } })],
      ['empty_condition sections.0.items.1.showIf A2 A1'],
    ],
    [
      'a number asked of a check',
      [aCheckItem('A1'), aCheckItem('A2', { showIf: { when: 'number', item: 'A1', atLeast: 1 } })],
      ['wrong_kind sections.0.items.1.showIf A2 A1'],
    ],
    [
      'a number with matters that weighs nothing and has no limits',
      [aCheckItem('A1'), { code: 'A2', text: '深', kind: 'number', unit: '厘米', matters: ['MQ-16'] }],
      ['missing_weight sections.0.items.1.weight A2', 'limits sections.0.items.1.normal A2'],
    ],
    [
      'limits the wrong way round',
      [aCheckItem('A1'), { code: 'A2', text: '深', kind: 'number', unit: '厘米', min: 5, max: 1 }],
      ['limits sections.0.items.1.min A2'],
    ],
    [
      'nothing that could fail',
      [{ code: 'A1', text: '说明', kind: 'text', maxLength: 5 }],
      ['nothing_to_judge sections'],
    ],
    [
      'an option twice',
      [
        aCheckItem('A1'),
        {
          code: 'A2',
          text: '选',
          kind: 'choice',
          options: [
            { value: 'a', text: '甲' },
            { value: 'a', text: '乙' },
          ],
        },
        aCheckItem('A3', { showIf: { when: 'value', item: 'A2', isOneOf: ['b'] } }),
      ],
      ['duplicate_option sections.0.items.1.options.1 A2 a', 'unknown_option sections.0.items.2.showIf A3 A2'],
    ],
  ])('names %s', (_name, items, faults) => {
    expect(said(withItems(...items))).toEqual(faults);
  });

  it('names matters that no list has', () => {
    expect(said(withItems(aCheckItem('A1', { matters: ['MQ-01', 'MQ-99'] })), new Set(['MQ-01']))).toEqual([
      'unknown_matter sections.0.items.0.matters.1 A1 MQ-99',
    ]);
  });

  it('names what is wrong with the points', () => {
    const { scoring } = aChecklist();
    const bands = scoring.bands.filter(({ from }) => from > 0);
    expect(said(aChecklist({ scoring: { ...scoring, bands, vetoMaxPoints: 101 } }))).toEqual([
      'points scoring.vetoMaxPoints 101',
      'band_at_zero scoring.bands 0',
    ]);
    const severityFactor = { minor: 2, normal: 1, severe: 4 };
    expect(said(aChecklist({ scoring: { ...scoring, severityFactor } }))).toEqual([
      'severity_order scoring.severityFactor 4',
    ]);
  });

  it('names conditions across entries, and more answers than an inspection holds', () => {
    const rich = aRichChecklist();
    const [street, covers, end] = rich.sections;
    if (street === undefined || covers === undefined || end === undefined) throw new Error('no sections');
    const sections = [
      street,
      {
        ...covers,
        repeat: { noun: '处', max: 50 },
        items: [...covers.items, ...['M4', 'M5', 'M6'].map((c) => aCheckItem(c))],
      },
      { ...end, showIf: on('M1') },
    ];
    expect(said({ ...rich, sections })).toEqual(['too_many_answers sections 305', 'other_entry sections.2.showIf M1']);
  });

  it('names proofs of items that are not there', () => {
    const proofs = [{ measure: 'covers', when: on('M1'), amount: 'S2', photos: ['M3', 'S2', 'Z9'] }];
    expect(said(aRichChecklist({ proofs }))).toEqual([
      'wrong_kind proofs.0.amount S2',
      'not_a_photo proofs.0.photos S2',
      'unknown_item proofs.0.photos Z9',
    ]);
  });
});
