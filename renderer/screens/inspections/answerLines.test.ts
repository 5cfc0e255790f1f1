import { expect, it } from 'vitest';

import { anAnswer } from '#shared/testing/checklists.ts';
import { fillChecklist } from '#shared/testing/fillChecklist.ts';
import { aRichChecklist } from '#shared/testing/richChecklist.ts';

import { answerLines } from './answerLines.ts';

const list = aRichChecklist();
const answers = [...fillChecklist(list), anAnswer('M1', { entry: 2, answer: 'fail' })];

it('shows every visible item with its entry, answered or not', () => {
  expect(answerLines({ answers }, list).map(({ key, answer }) => `${key} ${answer?.answer ?? '—'}`)).toEqual([
    'S1 pass',
    'S2 pass',
    'S3 pass',
    'S4 pass',
    'M1#1 pass',
    'M2#1 pass',
    'M1#2 fail',
    'M2#2 —',
    'Q1 pass',
  ]);
});

it('shows every answer of a checklist that is not known here', () => {
  const lines = answerLines({ answers }, undefined);
  expect(lines.map(({ key }) => key)).toEqual(['S1', 'S2', 'S3', 'S4', 'M1#1', 'M2#1', 'Q1', 'M1#2']);
  expect(lines.every(({ item }) => item === undefined)).toBe(true);
});
