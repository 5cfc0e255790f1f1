import { describe, expect, it } from 'vitest';

import { aCitation, aFine, aMatter } from '../testing/matters.ts';

import { matterField } from './matter.ts';
import { matterPenaltyField } from './matterPenalty.ts';

const FINE = { for: 'any', kind: 'fine', verification: 'memory', source: 'X' } as const;
const VERIFY = { who: '法制', what: '数额待核' } as const;

describe('a matter', () => {
  it.each([
    ['complete', {}, true],
    ['of another family', { family: 'WJ' }, false],
    ['that ends before it begins', { validTo: '2019-12-31' }, false],
    ['of one day', { validTo: '2020-01-01' }, true],
    ['without a rule', { rule: [] }, false],
    ['with an unverified rule and nobody to verify it', { rule: [aCitation('memory')] }, false],
    ['with an unverified rule and somebody to verify it', { rule: [aCitation('memory')], verify: VERIFY }, true],
    ['with an unverified basis', { penaltyBasis: [aCitation('proposal')] }, false],
    ['with an unverified amount', { penalties: [FINE] }, false],
    ['with an unverified amount and somebody to verify it', { penalties: [FINE], verify: VERIFY }, true],
    ['that something is to be said of although it is verified', { verify: VERIFY }, true],
  ] as const)('%s', (_name, change, isGood) => {
    expect(matterField.safeParse({ ...aMatter(), ...change }).success).toBe(isGood);
  });
});

describe('a penalty', () => {
  it.each([
    ['fine', aFine(), true],
    ['fine without a minimum', { ...FINE, maxFen: 100 }, true],
    ['fine without amounts that nobody read', FINE, true],
    ['fine without amounts that is said to be verified', { ...FINE, verification: 'verified' }, false],
    ['fine with a minimum only', { ...FINE, minFen: 100 }, false],
    ['fine with the bounds exchanged', aFine({ minFen: 50_001 }), false],
    ['fine in permille', { ...FINE, maxPermille: 100 }, false],
    ['fine in half fen', { ...FINE, maxFen: 0.5 }, false],
    ['fine by the cost', { ...FINE, kind: 'fine_permille', minPermille: 50, maxPermille: 100 }, true],
    ['fine by the cost, verified without a share', { ...FINE, kind: 'fine_permille', verification: 'verified' }, false],
    ['warning', { ...FINE, kind: 'warning', verification: 'verified' }, true],
    ['warning with an amount', { ...FINE, kind: 'warning', maxFen: 100 }, false],
  ] as const)('%s', (_name, penalty, isGood) => {
    expect(matterPenaltyField.safeParse(penalty).success).toBe(isGood);
  });
});
