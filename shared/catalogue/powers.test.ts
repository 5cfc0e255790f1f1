import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aPower } from '../testing/powers.ts';

import type { Power } from './powerFile.ts';
import { powerOf, type PowerQuestion } from './powers.ts';

const QUESTION: PowerQuestion = {
  ...{ org: 'hsg', matter: 'MQ-01', division: '420202', street: '420202005', on: '2026-03-02' },
};
const DISTRICT = aPower({ reference: '区1号' });
const EVERYWHERE: Partial<Power> = { divisions: undefined };
const STREET: Partial<Power> = { divisions: undefined, streets: ['420202005'] };

function ask(powers: readonly Power[], question: Partial<PowerQuestion> = {}): unknown {
  return powerOf(powers, { ...QUESTION, ...question });
}

describe('powerOf', () => {
  it('answers by what, and with the document', () => {
    expect(ask([DISTRICT])).toEqual({ has: true, by: 'own', reference: '区1号' });
    expect(ask([aPower({ by: 'delegated', reference: '省1号' })])).toEqual({
      ...{ has: true, by: 'delegated', reference: '省1号' },
    });
    expect(ask([aPower()])).toEqual({ has: true, by: 'own' });
  });

  it.each<[string, Partial<Power>, Partial<PowerQuestion>, boolean]>([
    ['the day before it begins', {}, { on: '2019-12-31' }, false],
    ['the first day', {}, { on: '2020-01-01' }, true],
    ['the last day', { validTo: '2025-12-31' }, { on: '2025-12-31' }, true],
    ['the day after', { validTo: '2025-12-31' }, { on: '2026-01-01' }, false],
    ['another family', {}, { matter: 'WJ-01' }, false],
    ['a code by itself', { matters: ['MQ-01'] }, {}, true],
    ['another code', { matters: ['MQ-02'] }, {}, false],
    ['a matter nobody knows', { matters: ['WJ', 'HW', 'MQ'] }, { matter: 'XX-99' }, false],
    ['an excepted code', { exceptMatters: ['MQ-01'] }, {}, false],
    ['an excepted family', { exceptMatters: ['MQ'] }, {}, false],
    ['another division', {}, { division: '420203', street: '420203007' }, false],
    ['everywhere', EVERYWHERE, { division: '420281' }, true],
    ['the whole city', { divisions: ['420200'] }, { division: '420281' }, true],
    ['another city', { divisions: ['420100'] }, {}, false],
    ['its street', STREET, {}, true],
    ['another street', STREET, { street: '420202006' }, false],
    ['a street that its division lost', { exceptStreets: ['420202005'] }, {}, false],
    ['a street of another division beside its own', { streets: ['420203007'] }, { street: '420203007' }, true],
  ])('%s', (_name, power, question, has) => {
    expect(ask([aPower(power)], question)).toMatchObject({ has });
  });

  it('takes street before division before everywhere, then code before family, then own before delegated', () => {
    const ordered = [
      aPower({ ...STREET, matters: ['MQ-01'], reference: '1' }),
      aPower({ ...STREET, matters: ['MQ-01'], by: 'delegated', reference: '2' }),
      aPower({ ...STREET, reference: '3' }),
      aPower({ ...STREET, by: 'delegated', reference: '4' }),
      aPower({ matters: ['MQ-01'], reference: '5' }),
      aPower({ reference: '6' }),
      aPower({ ...EVERYWHERE, matters: ['MQ-01'], reference: '7' }),
      aPower({ ...EVERYWHERE, reference: '8' }),
    ];
    const heard = ordered.map((_, at) => (ask(ordered.slice(at).reverse()) as { reference?: string }).reference);
    expect(heard).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('names who has it instead, the nearest first and each once', () => {
    const city = aPower({ org: 'hscg', ...EVERYWHERE });
    const street = aPower({ org: 'sjy', ...STREET, by: 'delegated', reference: '省1号' });
    const lost = aPower({ exceptStreets: ['420202005'] });
    const other = aPower({ org: 'xss', divisions: ['420203'] });
    const before = aPower({ org: 'old', validTo: '2020-12-31' });
    expect(ask([city, city, other, before, lost, street])).toEqual({ has: false, competent: ['sjy', 'hscg'] });
    expect(ask([city, other, lost], { matter: 'WJ-06' })).toEqual({ has: false, competent: [] });
  });

  it('limits nobody that no entry names, and whoever one names also after it ended', () => {
    const others = [aPower({ org: 'xss' })];
    expect(ask([])).toEqual({ has: true, by: 'own' });
    expect(ask(others)).toEqual({ has: true, by: 'own' });
    expect(ask([...others, aPower({ validTo: '2020-12-31' })])).toEqual({ has: false, competent: ['xss'] });
  });

  it('names as competent whoever has the power, and nobody else', () => {
    const orgs = ['hsg', 'xss', 'hscg', 'sjy'];
    const aKind = fc.subarray(['MQ', 'WJ', 'MQ-01', 'WJ-06'], { minLength: 1 });
    const some = <T>(all: T[]): fc.Arbitrary<T[] | undefined> =>
      fc.option(fc.subarray(all, { minLength: 1 }), { nil: undefined });
    const anyPower = fc.record({
      org: fc.constantFrom(...orgs),
      matters: aKind,
      exceptMatters: some(['MQ-01', 'WJ']),
      divisions: some(['420200', '420202', '420203']),
      streets: some(['420202005', '420203007']),
      exceptStreets: some(['420202005']),
      by: fc.constantFrom('own', 'delegated'),
      validFrom: fc.constantFrom('2020-01-01', '2026-03-02', '2026-03-03'),
      validTo: fc.constantFrom(undefined, '2026-03-02'),
    });
    const places = [
      { division: '420202', street: '420202005' },
      { division: '420203', street: '420203007' },
      { division: '420281', street: '420281001' },
    ];
    const aQuestion = fc
      .tuple(fc.constantFrom(...places), fc.constantFrom('MQ-01', 'MQ-02', 'WJ-06', 'XX-01'))
      .map(([place, matter]) => ({ ...QUESTION, ...place, matter }));
    fc.assert(
      fc.property(fc.array(anyPower, { maxLength: 8 }), aQuestion, (powers, question) => {
        const answer = powerOf(powers, question);
        if (answer.has) return;
        const named = new Set(powers.map(({ org }) => org));
        const entitled = [...named].filter((org) => powerOf(powers, { ...question, org }).has);
        expect([...answer.competent].sort()).toEqual(entitled.sort());
      }),
    );
  });
});
