import { describe, expect, it } from 'vitest';

import { aChecklist } from '../../testing/checklists.ts';
import { aRichChecklist } from '../../testing/richChecklist.ts';

import { blankDraft, nextOf, type ChecklistDraft } from './draft.ts';
import { faultsOfDraft } from './draftFaults.ts';
import {
  stepOf,
  withItemTwice,
  withJudging,
  withKind,
  withMember,
  withMovedItem,
  withNewItem,
  withNewSection,
  withoutItem,
  withoutSection,
  withSectionTwice,
} from './operations.ts';
import { codesOf, proposeCode } from './propose.ts';

const TODAY = '2024-05-01';
const MATTERS = new Set(['MQ-01', 'MQ-02', 'MQ-04', 'MQ-16', 'MQ-18']);
const small = nextOf(aChecklist(), 2, TODAY);
const rich = nextOf(aRichChecklist(), 2, TODAY);

function faults(draft: ChecklistDraft): readonly string[] {
  return faultsOfDraft(draft, MATTERS, TODAY).map(({ code, place, subject }) => `${code} ${place} ${subject}`.trim());
}

describe('items', () => {
  it('come with a code that nothing has and no earlier version had', () => {
    expect(codesOf(withNewItem(small, { section: 1, item: 3 }, ['H8', 'H9']))).toEqual([
      ...['X1', 'X2', 'X3', 'H1', 'H6', 'H7', 'H10', 'Z1', 'Z2', 'Z8'],
    ]);
    const full = Array.from({ length: 99 }, (_, at) => `H${String(at + 1)}`);
    expect(proposeCode(small, 1, full)).toBe('A1');
    expect(proposeCode(small, 1, [...full.slice(0, 2), ...full.slice(3)])).toBe('H3');
  });

  it('that are named elsewhere are told when they are taken out, and the condition stays', () => {
    expect(faults(small)).toEqual([]);
    const without = withoutItem(small, { section: 0, item: 0 });
    expect(faults(without)).toEqual(['unknown_item sections.1.items.1.showIf H6 X1']);
    expect(without.sections[1]?.items[1]?.showIf?.item).toBe('X1');
    const proofs = [{ measure: 'covers', when: { when: 'answer' as const, item: 'M1', isOneOf: ['pass'] } }];
    expect(faults(withoutSection({ ...rich, proofs }, 1))).toEqual(['unknown_item proofs.0.when M1']);
  });

  it('step over the edge of their section, and stop at the ends of the list', () => {
    expect(stepOf(small, { section: 1, item: 0 }, -1)).toEqual({ section: 0, item: 3 });
    expect(stepOf(small, { section: 1, item: 2 }, 1)).toEqual({ section: 2, item: 0 });
    expect(stepOf(small, { section: 1, item: 1 }, 1)).toEqual({ section: 1, item: 2 });
    expect(stepOf(small, { section: 0, item: 0 }, -1)).toBeUndefined();
    const moved = withMovedItem(small, { section: 0, item: 0 }, { section: 2, item: 1 });
    expect(codesOf(moved)).toEqual(['X2', 'X3', 'H1', 'H6', 'H7', 'Z1', 'X1', 'Z2', 'Z8']);
    expect(faults(moved)).toEqual(['later_item sections.1.items.1.showIf H6 X1']);
  });

  it('are copied under a code of their own', () => {
    const twice = withItemTwice(small, { section: 1, item: 1 }, []);
    const [, copied, copy] = twice.sections[1]?.items ?? [];
    expect(copy).toEqual({ ...copied, code: 'H8' });
  });

  it('of another kind keep what both kinds have', () => {
    const asNumber = withKind(small, { section: 1, item: 1 }, 'number').sections[1]?.items[1];
    expect(asNumber).toEqual({
      ...{ code: 'H6', text: '项目H6', kind: 'number', unit: '', weight: 5, matters: ['MQ-18'] },
      ...{ photoRequiredWhenFailed: true, showIf: { when: 'value', item: 'X1', isOneOf: ['catering'] } },
    });
    const plain = withKind(small, { section: 1, item: 2 }, 'number').sections[1]?.items[2];
    expect(plain).toEqual({ code: 'H7', text: '项目H7', kind: 'number', unit: '' });
    const choice = withKind(small, { section: 1, item: 2 }, 'choice');
    expect(faults(choice)).toEqual(['unknown_option sections.1.items.2.options H7']);
  });
});

it('a number fails by its limits or is written down; a range without limits is none', () => {
  const place = 'sections.1.items.1';
  expect(faults(rich)).toEqual([]);
  const plain = withJudging(rich, place, false);
  expect(plain.sections[1]?.items[1]).toEqual({
    ...{
      code: 'M2',
      text: '沉降高差',
      kind: 'number',
      unit: '毫米',
      decimals: 1,
      min: 0,
      max: 500,
      normal: { max: 15 },
    },
  });
  const bare = withMember(plain, `${place}.normal.max`, undefined);
  expect(bare.sections[1]?.items[1]).not.toHaveProperty('normal');
  expect(faults(withJudging(bare, place, true))).toEqual([`limits ${place}.normal M2`]);
  const limited = withMember(withJudging(bare, place, true), `${place}.normal.min`, 2);
  expect(faults(limited)).toEqual([]);
  expect(limited.sections[1]?.items[1]).toMatchObject({ normal: { min: 2 }, matters: [], weight: 1 });
});

describe('sections', () => {
  it('are copied with their items, and conditions inside name the copies', () => {
    const twice = withSectionTwice(rich, 1, []);
    expect(twice.sections[2]?.items.map(({ code }) => code)).toEqual(['M4', 'M5', 'M6']);
    expect(twice.sections[2]?.items[2]?.showIf?.item).toBe('M5');
    expect(twice.sections[2]?.showIf).toEqual(rich.sections[1]?.showIf);
    expect(twice.sections[2]?.id).toBe('part-1');
    expect(faults(twice)).toEqual([]);
  });

  it('are added with an item of a letter of their own', () => {
    const more = withNewSection(small, '新', []);
    expect(more.sections.at(-1)).toMatchObject({ id: 'part-1', name: '新', items: [{ code: 'A1' }] });
  });
});

it('a checklist from nothing lacks its words and nothing else', () => {
  const blank = blankDraft({ id: 'new-list', name: '示例', registers: ['shop'] }, TODAY);
  expect(faults(blank)).toEqual(['shape sections.0.items.0.text']);
});
