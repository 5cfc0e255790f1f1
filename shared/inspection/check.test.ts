import { describe, expect, it } from 'vitest';

import { aSha } from '../testing/builders.ts';
import { aChecklist, anAnswer } from '../testing/checklists.ts';

import { checkInspection, type CheckedDraft } from './check.ts';

const PHOTOS = { photos: [aSha(1)] };
const COMPLETE = [
  anAnswer('X1', { value: 'retail' }),
  anAnswer('X3', PHOTOS),
  anAnswer('H1'),
  anAnswer('Z1'),
  anAnswer('Z8'),
];

function draft(changes: readonly ReturnType<typeof anAnswer>[] = [], without: readonly string[] = []): CheckedDraft {
  const changed = new Set([...changes.map(({ item }) => item), ...without]);
  const answers = [...COMPLETE.filter(({ item }) => !changed.has(item)), ...changes];
  return { checklist: 'small', checklistVersion: 1, answers };
}

describe('checkInspection', () => {
  it('has nothing against a complete form; seasonal and optional items may stay open', () => {
    expect(checkInspection(aChecklist(), draft())).toEqual([]);
  });

  it.each([
    ['an open item', draft([], ['Z1']), [{ code: 'unanswered', item: 'Z1' }]],
    ['an open choice', draft([], ['X1']), [{ code: 'unanswered', item: 'X1' }]],
    ['a failure without photo', draft([anAnswer('H1', { answer: 'fail' })]), [{ code: 'photo_missing', item: 'H1' }]],
    ['a required photo', draft([anAnswer('X3')]), [{ code: 'photo_missing', item: 'X3' }]],
    ['an unknown item', draft([anAnswer('Q1')]), [{ code: 'unknown_item', item: 'Q1' }]],
    ['an unknown option', draft([anAnswer('X1', { value: 'casino' })]), [{ code: 'not_an_option', item: 'X1' }]],
    ['a long text', draft([anAnswer('X2', { value: '六个字的说明' })]), [{ code: 'too_long', item: 'X2' }]],
    ['an item that opened', draft([anAnswer('X1', { value: 'catering' })]), [{ code: 'unanswered', item: 'H6' }]],
  ])('names %s', (_name, form, problems) => {
    expect(checkInspection(aChecklist(), form)).toEqual(problems);
  });

  it.each([
    ['12', []],
    ['', [{ code: 'unanswered', item: 'Z2' }]],
    ['1.5', [{ code: 'not_a_number', item: 'Z2' }]],
    ['0', [{ code: 'out_of_range', item: 'Z2' }]],
    ['201', [{ code: 'out_of_range', item: 'Z2' }]],
  ])('reads the number %j', (value, problems) => {
    const answers = [anAnswer('Z1', { answer: 'fail', ...PHOTOS }), anAnswer('Z2', { value })];
    expect(checkInspection(aChecklist(), draft(answers))).toEqual(problems);
  });

  it('names an item answered twice, and forgives what a hidden item once got', () => {
    expect(checkInspection(aChecklist(), { ...draft(), answers: [...COMPLETE, anAnswer('H1')] })).toEqual([
      { code: 'answered_twice', item: 'H1' },
    ]);
    expect(checkInspection(aChecklist(), draft([anAnswer('H6', { answer: 'fail' })]))).toEqual([]);
  });

  it('takes no form in which nothing was checked', () => {
    const open = ['H1', 'Z1', 'Z8'].map((item) => anAnswer(item, { answer: 'not_checked' }));
    expect(checkInspection(aChecklist(), draft(open))).toEqual([{ code: 'nothing_checked' }]);
  });

  it('refuses answers to another checklist or version', () => {
    expect(checkInspection(aChecklist(), { ...draft(), checklistVersion: 2 })).toEqual([{ code: 'wrong_checklist' }]);
    expect(checkInspection(aChecklist(), { ...draft(), checklist: 'other' })).toEqual([{ code: 'wrong_checklist' }]);
  });
});
