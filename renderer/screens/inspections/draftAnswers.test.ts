import { describe, expect, it } from 'vitest';

import type { InspectionDraft } from '#renderer/data/client.ts';

import { answerTo, isAnswered, photosOf, withAnswer } from './draftAnswers.ts';

const SHA = 'a'.repeat(64);

function aDraft(): InspectionDraft {
  return {
    checklist: 'menqian-sanbao',
    checklistVersion: 1,
    siteId: '01900000-0000-7000-8000-000000000000',
    startedAt: '2026-03-05T01:00:00.000Z',
    answers: [],
    note: '',
  };
}

describe('withAnswer', () => {
  it('gives a failure the middle severity and keeps the one already chosen', () => {
    const failed = withAnswer(aDraft(), 'H1', { answer: 'fail' });
    expect(answerTo(failed.answers, 'H1')?.severity).toBe('normal');
    const severe = withAnswer(failed, 'H1', { severity: 'severe' });
    expect(answerTo(withAnswer(severe, 'H1', { note: '烟头' }).answers, 'H1')?.severity).toBe('severe');
  });

  it('drops what only a failure has when the answer changes, and keeps note and photos', () => {
    const failed = withAnswer(aDraft(), 'H1', { answer: 'fail', fixedOnSite: true, note: '烟头', photos: [SHA] });
    const passed = answerTo(withAnswer(failed, 'H1', { answer: 'pass' }).answers, 'H1');
    expect(passed).toEqual({ item: 'H1', answer: 'pass', note: '烟头', photos: [SHA] });
  });

  it('changes only the one item and keeps the order', () => {
    let draft = withAnswer(aDraft(), 'H1', { answer: 'pass' });
    draft = withAnswer(draft, 'H2', { answer: 'fail' });
    draft = withAnswer(draft, 'H1', { answer: 'not_applicable' });
    expect(draft.answers.map((answer) => [answer.item, answer.answer])).toEqual([
      ['H1', 'not_applicable'],
      ['H2', 'fail'],
    ]);
  });
});

describe('photosOf', () => {
  it('names a photo used by two items once', () => {
    let draft = withAnswer(aDraft(), 'H1', { answer: 'fail', photos: [SHA] });
    draft = withAnswer(draft, 'H2', { answer: 'fail', photos: [SHA, 'b'.repeat(64)] });
    expect(photosOf(draft.answers)).toEqual([
      { sha256: SHA, purpose: 'detail', item: 'H1' },
      { sha256: 'b'.repeat(64), purpose: 'detail', item: 'H2' },
    ]);
  });
});

describe('isAnswered', () => {
  it('counts a value item only when something is typed', () => {
    const item = { code: 'X1', text: '桌数', kind: 'number', unit: '张' } as const;
    expect(isAnswered(item, { item: 'X1', answer: 'not_checked', value: ' ', photos: [] })).toBe(false);
    expect(isAnswered(item, { item: 'X1', answer: 'pass', value: '3', photos: [] })).toBe(true);
  });
});
