import { describe, expect, it } from 'vitest';

import { aChecklist, aCheckItem, anAnswer } from '../testing/checklists.ts';

import { relevantAnswers, visibleItems } from './visible.ts';

function shown(...answers: Parameters<typeof visibleItems>[1]): string[] {
  return visibleItems(aChecklist(), answers).map(({ item }) => item.code);
}

const ALWAYS = ['X1', 'X2', 'X3', 'H1', 'H7', 'Z1', 'Z8'];

describe('visibleItems', () => {
  it('hides conditional items until their condition holds', () => {
    expect(shown()).toEqual(ALWAYS);
    expect(shown(anAnswer('X1', { value: 'retail' }), anAnswer('Z1'))).toEqual(ALWAYS);
    expect(shown(anAnswer('X1', { value: 'catering' }))).toContain('H6');
    expect(shown(anAnswer('Z1', { answer: 'fail' }))).toContain('Z2');
  });

  it('takes the last answer to an item', () => {
    expect(shown(anAnswer('X1', { value: 'catering' }), anAnswer('X1', { value: 'retail' }))).not.toContain('H6');
  });

  it('hides what rests on a hidden item, on itself or on an item that does not exist', () => {
    const list = aChecklist({
      sections: [
        {
          id: 'a',
          name: '甲',
          items: [
            aCheckItem('A1', { showIf: { when: 'answer', item: 'A2', isOneOf: ['pass'] } }),
            aCheckItem('A2', { showIf: { when: 'answer', item: 'A1', isOneOf: ['pass'] } }),
            aCheckItem('A3', { showIf: { when: 'answer', item: 'A1', isOneOf: ['pass'] } }),
            aCheckItem('A4', { showIf: { when: 'answer', item: 'Q9', isOneOf: ['pass'] } }),
            aCheckItem('A5'),
          ],
        },
      ],
    });
    const answers = ['A1', 'A2', 'A3', 'A4', 'A5', 'Q9'].map((code) => anAnswer(code));
    expect(visibleItems(list, answers).map(({ item }) => item.code)).toEqual(['A5']);
  });
});

it('leaves answers to hidden items out of what is submitted', () => {
  const answers = [
    anAnswer('H6', { answer: 'fail' }),
    anAnswer('X1', { value: 'retail' }),
    anAnswer('H1'),
    anAnswer('H1', { answer: 'fail' }),
  ];
  expect(relevantAnswers(aChecklist(), answers)).toEqual([
    anAnswer('X1', { value: 'retail' }),
    anAnswer('H1', { answer: 'fail' }),
  ]);
});
