import { expect, it } from 'vitest';

import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { anOfficer, aSha, aSite, aUuid, isoAt, ORG } from '#shared/testing/builders.ts';
import { anAnswer } from '#shared/testing/checklists.ts';
import { fillChecklist } from '#shared/testing/fillChecklist.ts';
import { aRichChecklist } from '#shared/testing/richChecklist.ts';

import { proposeCase } from './newCase.ts';

const list = aRichChecklist({ name: '井盖巡查表' });
const failed = { answer: 'fail', photos: [aSha(1)] } as const;
const row: InspectionRow = {
  id: aUuid(1),
  org: ORG,
  siteId: aUuid(2),
  by: 'chen',
  photos: [],
  proves: [],
  amounts: {},
  checklist: list.id,
  checklistVersion: 1,
  site: aSite(),
  startedAt: isoAt(0),
  submittedAt: isoAt(60),
  officer: anOfficer(),
  answers: [
    ...fillChecklist(list, { 'M1#1': { ...failed, photos: [aSha(1)] } }),
    anAnswer('M1', { ...failed, photos: [aSha(2)], entry: 2 }),
  ],
  scoreTenths: 940,
  vetoed: false,
};

it('proposes every failure, or the one that was pressed, and says which inspection it was', () => {
  expect(proposeCase(row, list, '陈伟').findings.map(({ photos }) => photos)).toEqual([[aSha(1)], [aSha(2)]]);
  const one = proposeCase(row, list, '陈伟', 'M1#2');
  expect(one.only).toBe('M1#2');
  expect(one.findings.map(({ item, photos }) => [item, photos])).toEqual([['M1', [aSha(2)]]]);
  expect(one.facts).toContain('进行井盖巡查，发现：第2处');
});
