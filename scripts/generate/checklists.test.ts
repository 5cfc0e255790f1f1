import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseCatalogue } from '#shared/catalogue/parse.ts';
import { itemAnswerField } from '#shared/events/inspectionEvents.ts';
import { answersByKey, keyOf } from '#shared/inspection/answers.ts';
import { checkInspection } from '#shared/inspection/check.ts';
import { registersOf, type Checklist } from '#shared/inspection/checklist.ts';
import { usualChecklist } from '#shared/inspection/choose.ts';
import { nextOf, readDraft } from '#shared/inspection/editing/draft.ts';
import { faultsOfDraft } from '#shared/inspection/editing/draftFaults.ts';
import { proposeFindings } from '#shared/inspection/findings.ts';
import { isJudged, mattersOf } from '#shared/inspection/item.ts';
import { scoreInspection } from '#shared/inspection/score.ts';
import { faultsOf } from '#shared/inspection/validate.ts';
import { allItems } from '#shared/inspection/visible.ts';
import { aSha } from '#shared/testing/builders.ts';
import { fillChecklist } from '#shared/testing/fillChecklist.ts';

const ROOT = new URL('../../resources/catalogue/', import.meta.url);
const filesIn = (folder: string): readonly string[] => readdirSync(new URL(folder, ROOT)).map((name) => folder + name);
const { catalogue } = parseCatalogue(
  ['divisions.json', 'powers.json', ...filesIn('matters/'), ...filesIn('checklists/')].map((name) => ({
    name,
    text: readFileSync(new URL(name, ROOT), 'utf8'),
  })),
);
const lists = catalogue.checklists;
const matters = new Set(catalogue.matters.map(({ code }) => code));

/** What each checklist is made for, its own register first. */
const REGISTERS: Readonly<Record<string, readonly string[]>> = {
  'menqian-sanbao': ['shop'],
  'outdoor-ad': ['ad'],
  'illegal-structure': ['structure'],
  'street-stall': ['stall-zone', 'shop'],
  'gas-user': ['gas-user'],
  'gas-company': ['gas-company'],
  'manhole-cover': ['manhole'],
  'bridge-tunnel': ['bridge'],
  'waste-sorting': ['waste-point'],
  'public-toilet': ['station'],
  parking: ['parking'],
  waterlogging: ['waterlogging'],
  'street-quality': ['street'],
  'street-furniture': ['furniture'],
  'green-space': ['green'],
};

it.each(lists.map((list) => [list.id, list] as const))(
  '%s opens in the editor without a fault and without another letter',
  (_id, list) => {
    const opened = nextOf(list, list.version, list.validFrom);
    const json = JSON.stringify(opened);
    expect(json).toBe(JSON.stringify(list));
    expect(readDraft(JSON.parse(json))).toEqual({ ok: true, value: list });
    expect(faultsOfDraft(opened, matters, list.validFrom)).toEqual([]);
  },
);

function codesOf(id: string, letter: string): string {
  const list = lists.find((one) => one.id === id);
  const checks = list === undefined ? [] : allItems(list).flatMap(({ item }) => (item.kind === 'check' ? [item] : []));
  return checks
    .filter(({ code }) => code.startsWith(letter))
    .sort((a, b) => Number(a.code.slice(1)) - Number(b.code.slice(1)))
    .map(({ code, weight }) => `${code}:${String(weight)}`)
    .join(' ');
}

it('are the fifteen, each for its registers, and nobody is asked which one to start with', () => {
  expect(Object.fromEntries(lists.map((list) => [list.id, registersOf(list)]))).toEqual(REGISTERS);
  for (const [id, [register = '']] of Object.entries(REGISTERS)) expect(usualChecklist(lists, register)?.id).toBe(id);
});

it('have the items and weights that the bureau gave', () => {
  expect(codesOf('outdoor-ad', 'A')).toBe(
    'A1:4 A2:3 A3:4 A4:4 A5:4 A6:4 A7:4 A8:4 A9:4 A10:2 A11:4 A12:3 A13:3 A14:2 A15:3 A16:2 A17:1 A18:1',
  );
  expect(codesOf('illegal-structure', 'W')).toBe(
    'W1:4 W2:4 W3:4 W4:3 W5:4 W6:3 W7:4 W8:4 W9:4 W10:2 W11:4 W12:1 W13:2 W14:1 W15:4 W16:2',
  );
  expect(codesOf('street-stall', 'O')).toBe(
    'O1:4 O2:3 O3:4 O4:4 O5:1 O6:3 O7:4 O8:3 O9:2 O10:2 O11:1 O12:3 O13:2 O14:1',
  );
});

it('name for each measure of the plan what proves it', () => {
  const proofs = lists.flatMap((list) => (list.proofs ?? []).map((proof) => `${list.id} ${proof.measure}`));
  expect(proofs.sort()).toEqual([
    'manhole-cover covers-replaced',
    'parking spaces-added',
    'street-stall zones-approved',
    'waterlogging points-fixed',
  ]);
});

describe.each(lists.map((list) => [list.id, list] as const))('%s', (_id, list: Checklist) => {
  it('is valid, and its matters exist', () => {
    expect(faultsOf(list, matters)).toEqual([]);
    expect(list.name).toMatch(/表$/);
    expect(list.verification).toBe('proposal');
  });

  it('can be filled and submitted, for every choice; in order it has the full score', () => {
    const choices = allItems(list).flatMap(({ item }) =>
      item.kind === 'choice' ? item.options.map(({ value }) => ({ [item.code]: { value } })) : [],
    );
    for (const wishes of [{}, ...choices]) {
      const answers = fillChecklist(list, wishes);
      expect(checkInspection(list, { checklist: list.id, checklistVersion: list.version, answers })).toEqual([]);
      expect(answers.every((answer) => itemAnswerField.safeParse(answer).success)).toBe(true);
      expect(scoreInspection(list, answers).scoreTenths).toBe(1000);
    }
  });

  it('proposes a finding for what fails and may be punished, and each failure costs something', () => {
    const answers = fillChecklist(list);
    const given = answersByKey(answers);
    for (const { item } of allItems(list)) {
      const before = given.get(keyOf({ item: item.code }));
      if (item.kind !== 'check' || before === undefined || !isJudged(item)) continue;
      const failed = fillChecklist(list, { [item.code]: { answer: 'fail', photos: [aSha(1)] } });
      expect(scoreInspection(list, failed).scoreTenths).toBeLessThan(1000);
      expect(proposeFindings(list, failed, item.code)).toHaveLength(mattersOf(item).length > 0 ? 1 : 0);
    }
  });
});
