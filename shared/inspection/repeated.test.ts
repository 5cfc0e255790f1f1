import { describe, expect, it } from 'vitest';

import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { aSha } from '../testing/builders.ts';
import { anAnswer } from '../testing/checklists.ts';
import { fillChecklist } from '../testing/fillChecklist.ts';
import { aRichChecklist } from '../testing/richChecklist.ts';

import { checkInspection } from './check.ts';
import { proposeFindings } from './findings.ts';
import { scoreInspection } from './score.ts';
import { relevantAnswers, visibleItems } from './visible.ts';

const list = aRichChecklist();
const fail: Partial<ItemAnswer> = { answer: 'fail', severity: 'normal', photos: [aSha(1)] };
const keys = (answers: Parameters<typeof visibleItems>[1]): string =>
  visibleItems(list, answers)
    .map(({ item, entry }) => `${item.code}${entry === undefined ? '' : `#${String(entry)}`}`)
    .join(' ');
const submitted = (answers: Parameters<typeof visibleItems>[1]): ReturnType<typeof checkInspection> =>
  checkInspection(list, { checklist: list.id, checklistVersion: 1, answers });

const two = [
  ...fillChecklist(list),
  anAnswer('M1', { ...fail, entry: 2 }),
  anAnswer('M2', { entry: 2, value: '15.5' }),
  anAnswer('M3', { entry: 2, photos: [aSha(2)] }),
];

describe('a repeated section', () => {
  it('is shown by the condition of the section, once for each entry up to the last one spoken of', () => {
    expect(keys([])).toBe('S1 S2 S3 S4 Q1');
    expect(keys([anAnswer('S3', { value: 'yes' })])).toBe('S1 S2 S3 S4 M1#1 M2#1 Q1');
    expect(keys([anAnswer('S3', { value: 'yes' }), anAnswer('M1', { entry: 3 })])).toBe(
      'S1 S2 S3 S4 M1#1 M2#1 M1#2 M2#2 M1#3 M2#3 Q1',
    );
    expect(keys([anAnswer('S3', { value: 'yes' }), anAnswer('M1', { entry: 50 })])).not.toContain('M1#4');
  });

  it('asks inside an entry for the answers of that entry', () => {
    expect(keys([anAnswer('S3', { value: 'yes' }), anAnswer('M2', { entry: 2, value: '15.5' })])).toBe(
      'S1 S2 S3 S4 M1#1 M2#1 M1#2 M2#2 M3#2 Q1',
    );
  });

  it('is complete when every entry is; what is open is named with its entry', () => {
    expect(submitted(two)).toEqual([]);
    expect(submitted(two.filter(({ item, entry }) => !(item === 'M1' && entry === 1)))).toEqual([
      { code: 'unanswered', item: 'M1', entry: 1 },
    ]);
    expect(submitted([...two, anAnswer('M1', { entry: 50 })])).toContainEqual({
      code: 'unknown_item',
      item: 'M1',
      entry: 50,
    });
    expect(submitted([...two, anAnswer('M1', {})])).toEqual([{ code: 'unknown_item', item: 'M1' }]);
    expect(submitted([...two, anAnswer('S4', { entry: 1 })])).toEqual([{ code: 'unknown_item', item: 'S4', entry: 1 }]);
  });

  it('costs once for an item, as its costliest entry, and its cap holds over all entries', () => {
    const both = two.map((one) =>
      one.item === 'M1' && one.entry === 1 ? { ...one, ...fail, severity: 'minor' as const } : one,
    );
    const score = scoreInspection(list, both);
    expect(score.deductions).toEqual([
      { item: 'M1', entry: 2, section: 'covers', tenths: 60 },
      { item: 'M2', entry: 2, section: 'covers', tenths: 40 },
    ]);
    expect(score.scoreTenths).toBe(900);
    const severe = two.map((one) => (one.item === 'M1' ? { ...one, ...fail, severity: 'severe' as const } : one));
    expect(scoreInspection(list, severe).scoreTenths).toBe(900);
  });

  it('proposes a finding for each entry that fails, with its place in words', () => {
    expect(proposeFindings(list, two)).toEqual([
      { item: 'M1', matter: 'MQ-16', description: '第2处：“项目M1”不合格（一般）', photos: [aSha(1)] },
      {
        item: 'M2',
        matter: 'MQ-16',
        description: '第2处：“沉降高差”为15.5毫米，超出正常范围（一般）',
        photos: [],
      },
    ]);
    expect(proposeFindings(list, two, 'M2#2').map(({ item }) => item)).toEqual(['M2']);
    expect(proposeFindings(list, two, 'M2#1')).toEqual([]);
  });

  it('leaves out all entries when the section is hidden', () => {
    const none = two.map((one) => (one.item === 'S3' ? { ...one, value: 'no' } : one));
    expect(relevantAnswers(list, none).map(({ item }) => item)).toEqual(['S1', 'S2', 'S3', 'S4', 'Q1']);
    expect(scoreInspection(list, none).scoreTenths).toBe(1000);
    expect(submitted(none)).toEqual([]);
  });
});
