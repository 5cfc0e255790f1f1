import { describe, expect, it } from 'vitest';

import type { InspectionDraft } from '#renderer/data/client.ts';
import { anAnswer } from '#shared/testing/checklists.ts';
import { aRichChecklist } from '#shared/testing/richChecklist.ts';

import { answerTo, hasEntry, photosOf, withAnswer, withoutEntry } from './draftAnswers.ts';

const SHA = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const [H1, H2] = [{ item: 'H1' }, { item: 'H2' }];

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
    const failed = withAnswer(aDraft(), H1, { answer: 'fail' });
    expect(answerTo(failed.answers, H1)?.severity).toBe('normal');
    const severe = withAnswer(failed, H1, { severity: 'severe' });
    expect(answerTo(withAnswer(severe, H1, { note: '烟头' }).answers, H1)?.severity).toBe('severe');
  });

  it('drops what only a failure has when the answer changes, and keeps note and photos', () => {
    const failed = withAnswer(aDraft(), H1, { answer: 'fail', fixedOnSite: true, note: '烟头', photos: [SHA] });
    const passed = answerTo(withAnswer(failed, H1, { answer: 'pass' }).answers, H1);
    expect(passed).toEqual({ item: 'H1', answer: 'pass', note: '烟头', photos: [SHA] });
  });

  it('changes only the one item and keeps the order', () => {
    let draft = withAnswer(aDraft(), H1, { answer: 'pass' });
    draft = withAnswer(draft, H2, { answer: 'fail' });
    draft = withAnswer(draft, H1, { answer: 'not_applicable' });
    expect(draft.answers.map((answer) => [answer.item, answer.answer])).toEqual([
      ['H1', 'not_applicable'],
      ['H2', 'fail'],
    ]);
  });

  it('changes one entry of an item alone', () => {
    const draft = withAnswer(
      withAnswer(aDraft(), { item: 'M1', entry: 1 }, { answer: 'pass' }),
      { item: 'M1', entry: 2 },
      {
        answer: 'fail',
      },
    );
    expect(draft.answers.map(({ entry, answer }) => [entry, answer])).toEqual([
      [1, 'pass'],
      [2, 'fail'],
    ]);
  });
});

describe('withoutEntry', () => {
  const section = aRichChecklist().sections[1];
  if (section === undefined) throw new Error('no section');

  it('takes the entry away, moves the later ones up and leaves other items alone', () => {
    const answers = [
      anAnswer('S4'),
      anAnswer('M1', { entry: 1, note: '一' }),
      anAnswer('M1', { entry: 2, note: '二' }),
      anAnswer('M2', { entry: 3, value: '3' }),
    ];
    const after = withoutEntry({ ...aDraft(), answers }, section, 2).answers;
    expect(after).toEqual([
      anAnswer('S4'),
      anAnswer('M1', { entry: 1, note: '一' }),
      anAnswer('M2', { entry: 2, value: '3' }),
    ]);
    expect(hasEntry(after, section, 2)).toBe(true);
    expect(hasEntry(after, section, 3)).toBe(false);
  });
});

describe('photosOf', () => {
  const list = aRichChecklist();

  it('names a photo used by two items once', () => {
    let draft = withAnswer(aDraft(), H1, { answer: 'fail', photos: [SHA] });
    draft = withAnswer(draft, H2, { answer: 'fail', photos: [SHA, OTHER] });
    expect(photosOf(list, draft.answers)).toEqual([
      { sha256: SHA, purpose: 'detail', item: 'H1' },
      { sha256: OTHER, purpose: 'detail', item: 'H2' },
    ]);
  });

  it('says which were taken before, and that a signature is no evidence of the scene', () => {
    const answers = [anAnswer('M3', { entry: 1, photos: [SHA] }), anAnswer('Q1', { photos: [OTHER] })];
    expect(photosOf(list, answers)).toEqual([
      { sha256: SHA, purpose: 'before', item: 'M3' },
      { sha256: OTHER, purpose: 'other', item: 'Q1' },
    ]);
  });
});
