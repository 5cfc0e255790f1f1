import { expect, it } from 'vitest';

import { findingField } from '../events/caseEvents.ts';
import { aSha } from '../testing/builders.ts';
import { aChecklist, anAnswer } from '../testing/checklists.ts';

import { proposeFindings } from './findings.ts';

it('proposes one finding for each failed item that is linked to a matter', () => {
  const answers = [
    anAnswer('H1'),
    anAnswer('H7', { answer: 'fail' }),
    anAnswer('Z1', { answer: 'fail', severity: 'severe', photos: [aSha(1)] }),
    anAnswer('Z8', { answer: 'fail', note: '  拒签责任书  ' }),
  ];
  expect(proposeFindings(aChecklist(), answers)).toEqual([
    { item: 'Z1', matter: 'MQ-02', description: '“项目Z1”不合格（严重）', photos: [aSha(1)] },
    { item: 'Z8', matter: 'MQ-01', description: '拒签责任书', photos: [] },
  ]);
});

it('proposes nothing for hidden items', () => {
  expect(proposeFindings(aChecklist(), [anAnswer('H6', { answer: 'fail' })])).toEqual([]);
});

it('fits what an event takes, also when the note is long or cut inside a character', () => {
  const [finding] = proposeFindings(aChecklist(), [anAnswer('H1', { answer: 'fail', note: `a${'𠮷'.repeat(499)}` })]);
  expect(findingField.safeParse(finding).success).toBe(true);
});
