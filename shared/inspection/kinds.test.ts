import { describe, expect, it } from 'vitest';

import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { aSha } from '../testing/builders.ts';
import { fillChecklist } from '../testing/fillChecklist.ts';
import { aRichChecklist } from '../testing/richChecklist.ts';

import { isAnswered, numberIn } from './answers.ts';
import { checkInspection } from './check.ts';
import { relevantAnswers } from './visible.ts';

const list = aRichChecklist();

/** What is said of one item when everything else is complete. */
function problemsWith(key: string, change: Partial<ItemAnswer>): readonly string[] {
  const answers = fillChecklist(list, { [key]: change });
  return checkInspection(list, { checklist: list.id, checklistVersion: 1, answers }).map(({ code }) => code);
}
const NOTHING: Partial<ItemAnswer> = { value: '', photos: [], note: '' };

describe('a place', () => {
  it('is a position, or a reason why there is none', () => {
    const unplaced = { position: undefined } as unknown as Partial<ItemAnswer>;
    expect(problemsWith('S1', {})).toEqual([]);
    expect(problemsWith('S1', { ...unplaced, answer: 'not_checked' })).toEqual(['unanswered']);
    expect(problemsWith('S1', { ...unplaced, answer: 'not_checked', note: ' ' })).toEqual(['unanswered']);
    expect(problemsWith('S1', { ...unplaced, answer: 'not_checked', note: '地下室没有信号' })).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['2024-02-29', []],
    ['', []],
    ['2024-02-30', ['not_a_date']],
    ['昨天', ['not_a_date']],
  ])('%j', (value, problems) => {
    expect(problemsWith('S2', { value })).toEqual(problems);
  });
});

describe('a signature', () => {
  it('is a name and a drawing, or the reason of a refusal', () => {
    expect(problemsWith('Q1', {})).toEqual([]);
    expect(problemsWith('Q1', NOTHING)).toEqual(['unanswered']);
    expect(problemsWith('Q1', { photos: [] })).toEqual(['signature_missing']);
    expect(problemsWith('Q1', { value: '' })).toEqual(['unanswered']);
    expect(problemsWith('Q1', { ...NOTHING, answer: 'not_checked', note: '当事人拒绝签名' })).toEqual([]);
  });
});

describe('a number', () => {
  it.each([
    ['15', []],
    ['15.0', []],
    ['0.5', []],
    ['15.55', ['not_a_number']],
    ['1e3', ['not_a_number']],
    ['.5', ['not_a_number']],
    ['500.1', ['out_of_range']],
    ['-0.1', ['out_of_range']],
  ])('%s', (value, problems) => {
    expect(problemsWith('M2#1', { value })).toEqual(problems);
  });

  it('fails outside of what is in order, whatever was said, and only there keeps a severity', () => {
    const said = (value: string, answer: ItemAnswer['answer']): ItemAnswer | undefined =>
      relevantAnswers(list, fillChecklist(list, { 'M2#1': { value, answer, severity: 'severe' } })).find(
        ({ item }) => item === 'M2',
      );
    expect(said('15.1', 'pass')).toMatchObject({ answer: 'fail', severity: 'severe' });
    expect(said('15.0', 'fail')).toEqual({ item: 'M2', entry: 1, answer: 'pass', value: '15.0', photos: [] });
  });

  it('is read exactly', () => {
    expect(numberIn('0.001', 3)).toBe(0.001);
    expect(numberIn('0.0001', 3)).toBeUndefined();
    expect(numberIn('1234567890')).toBeUndefined();
    expect(numberIn(undefined)).toBeUndefined();
  });
});

it('a photo answers a photo item, anything said a check', () => {
  const photo = { code: 'P1', text: '照片', kind: 'photo', required: true } as const;
  expect(isAnswered(photo, { item: 'P1', answer: 'pass', photos: [] })).toBe(false);
  expect(isAnswered(photo, { item: 'P1', answer: 'pass', photos: [aSha(1)] })).toBe(true);
});
