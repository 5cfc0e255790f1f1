import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aChecklist, anAnswer } from '../testing/checklists.ts';

import { scoreInspection } from './score.ts';

const fail = { answer: 'fail', severity: 'normal' } as const;

describe('scoreInspection', () => {
  it('is the base without failures, whatever was not checked', () => {
    const answers = [
      anAnswer('H1'),
      anAnswer('Z1', { answer: 'not_applicable' }),
      anAnswer('Z8', { answer: 'not_checked' }),
    ];
    expect(scoreInspection(aChecklist(), answers)).toEqual({
      scoreTenths: 1000,
      vetoed: false,
      band: { from: 90, id: 'red', name: '红榜' },
      deductions: [],
    });
  });

  it.each([
    ['minor', 970],
    ['normal', 940],
    ['severe', 880],
  ] as const)('deducts weight times factor: %s', (severity, scoreTenths) => {
    expect(scoreInspection(aChecklist(), [anAnswer('H1', { answer: 'fail', severity })]).scoreTenths).toBe(scoreTenths);
  });

  it('counts a failure without severity as normal and halves what was fixed on site', () => {
    expect(scoreInspection(aChecklist(), [anAnswer('H1', { answer: 'fail' })]).scoreTenths).toBe(940);
    expect(scoreInspection(aChecklist(), [anAnswer('H1', { ...fail, fixedOnSite: true })]).scoreTenths).toBe(970);
    const odd = anAnswer('H7', { answer: 'fail', severity: 'minor', fixedOnSite: true });
    expect(scoreInspection(aChecklist(), [odd]).scoreTenths).toBe(995);
  });

  it('ignores hidden items', () => {
    const hidden = anAnswer('H6', fail);
    expect(scoreInspection(aChecklist(), [hidden]).scoreTenths).toBe(1000);
    expect(scoreInspection(aChecklist(), [hidden, anAnswer('X1', { value: 'catering' })]).scoreTenths).toBe(900);
  });

  it('caps a section and names what each item cost', () => {
    const answers = [
      anAnswer('X1', { value: 'catering' }),
      anAnswer('H1', { ...fail, severity: 'severe' }),
      anAnswer('H6', { ...fail, severity: 'severe' }),
    ];
    const score = scoreInspection(aChecklist(), answers);
    expect(score.scoreTenths).toBe(800);
    expect(score.band?.id).toBe('good');
    expect(score.deductions).toEqual([
      { item: 'H1', section: 'hygiene', tenths: 120 },
      { item: 'H6', section: 'hygiene', tenths: 200 },
    ]);
  });

  it('caps the score at 60 on a veto of the right severity only', () => {
    expect(scoreInspection(aChecklist(), [anAnswer('Z8', fail)])).toMatchObject({ vetoed: false, scoreTenths: 940 });
    const vetoed = scoreInspection(aChecklist(), [anAnswer('Z8', { answer: 'fail', severity: 'severe' })]);
    expect(vetoed).toMatchObject({ vetoed: true, scoreTenths: 600, band: { id: 'black' } });
  });

  it.each([
    [900, 'red'],
    [899, 'good'],
    [800, 'good'],
    [799, 'yellow'],
    [700, 'yellow'],
    [699, 'black'],
  ])('puts %i tenths into the band %s', (tenths, id) => {
    // The base is a whole number of points, so the tenth comes from an item worth that much.
    const list = aChecklist();
    const lost = {
      ...list,
      scoring: {
        ...list.scoring,
        basePoints: Math.ceil(tenths / 10),
        severityFactor: { minor: 1, normal: 2, severe: 4 },
        fixedOnSitePercent: 10,
      },
    };
    const answers = tenths % 10 === 0 ? [] : [anAnswer('H7', { answer: 'fail', severity: 'minor', fixedOnSite: true })];
    const score = scoreInspection(lost, answers);
    expect(score.scoreTenths).toBe(tenths);
    expect(score.band?.id).toBe(id);
  });

  it('is a safe integer from 0 to the base and never rises by one more failure', () => {
    const anyAnswer = fc.record({
      item: fc.constantFrom('H1', 'H6', 'H7', 'Z1', 'Z8', 'X1'),
      answer: fc.constantFrom('pass', 'fail', 'not_applicable', 'not_checked'),
      severity: fc.constantFrom('minor', 'normal', 'severe'),
      fixedOnSite: fc.boolean(),
      value: fc.constantFrom('catering', 'retail'),
      photos: fc.constant<string[]>([]),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyAnswer, { selector: ({ item }) => item }), (answers) => {
        const { scoreTenths } = scoreInspection(aChecklist(), answers);
        expect(Number.isSafeInteger(scoreTenths) && scoreTenths >= 0 && scoreTenths <= 1000).toBe(true);
        const worse = answers.map((answer) =>
          answer.item === 'H1' ? { ...answer, ...fail, fixedOnSite: false, severity: 'severe' as const } : answer,
        );
        expect(scoreInspection(aChecklist(), worse).scoreTenths).toBeLessThanOrEqual(scoreTenths);
      }),
    );
  });
});
