import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aFine, aMatter } from '../testing/matters.ts';

import type { MatterPenalty } from './matterPenalty.ts';
import { finesFor, penaltyRange, tiers, TIERS } from './penaltyRange.ts';

const OPEN = { for: 'any', kind: 'fine', verification: 'memory', source: 'X' } as const;
const BY_COST = { ...OPEN, kind: 'fine_permille', verification: 'verified' } as const;
const aRange = fc
  .tuple(fc.nat(10_000_000_000), fc.nat(10_000_000_000))
  .map(([a, b]) => ({ minFen: Math.min(a, b), maxFen: Math.max(a, b) }));

function rangeOf(penalties: readonly MatterPenalty[], costFen?: number, onlyIf?: string): unknown {
  const result = penaltyRange(aMatter({ penalties: [...penalties] }), { kind: 'legal_person', costFen, onlyIf });
  return result.ok ? result.value : result.error;
}

describe('penaltyRange', () => {
  it('is that of the kind of party; a sole trader counts as the bureau says', () => {
    const citizen = aFine({ for: 'citizen', maxFen: 20_000 });
    const matter = aMatter({ penalties: [citizen, aFine({ for: 'organisation', maxFen: 300_000 })] });
    const maxOf = (...question: Parameters<typeof penaltyRange>): unknown => {
      const result = penaltyRange(...question);
      return result.ok && result.value.maxFen;
    };
    expect(maxOf(matter, { kind: 'citizen' })).toBe(20_000);
    expect(maxOf(matter, { kind: 'sole_trader' })).toBe(20_000);
    expect(maxOf(matter, { kind: 'sole_trader', soleTraderAs: 'organisation' })).toBe(300_000);
    expect(maxOf(matter, { kind: 'legal_person' })).toBe(300_000);
    expect(finesFor(matter, { kind: 'citizen' })).toEqual([citizen]);
  });

  it('begins at nothing where the norm names no minimum, and says how well it is known', () => {
    expect(rangeOf([aFine({ minFen: undefined })])).toEqual({ minFen: 0, maxFen: 50_000, amount: 'verified' });
    expect(rangeOf([{ ...OPEN, maxFen: 100, onlyIf: '拒不改正的' }])).toEqual({
      ...{ minFen: 0, maxFen: 100 },
      ...{ amount: 'memory', onlyIf: '拒不改正的' },
    });
  });

  it('is 5 to 10 percent of the cost, rounded inwards', () => {
    const fine = { ...BY_COST, minPermille: 50, maxPermille: 100 };
    expect(rangeOf([fine], 12_000_000)).toMatchObject({ minFen: 600_000, maxFen: 1_200_000 });
    expect(rangeOf([fine], 12_345)).toMatchObject({ minFen: 618, maxFen: 1234 });
    expect(rangeOf([{ ...BY_COST, maxPermille: 1000 }], 777)).toMatchObject({ minFen: 0, maxFen: 777 });
    expect(rangeOf([fine], 0)).toMatchObject({ minFen: 0, maxFen: 0 });
    expect(() => rangeOf([fine], 0.5)).toThrow('whole number of fen');
  });

  it.each([
    ['no_fine', [{ ...OPEN, kind: 'warning' }]],
    ['no_fine', [aFine({ for: 'citizen' })]],
    ['amount_unknown', [OPEN]],
    ['amount_unknown', [{ ...BY_COST, verification: 'memory' }]],
    ['cost_needed', [{ ...BY_COST, maxPermille: 100 }]],
    ['several_fines', [aFine({ onlyIf: '一般的' }), aFine({ onlyIf: '严重的' })]],
  ] as const)('refuses %s', (refusal, penalties) => {
    expect(rangeOf(penalties)).toBe(refusal);
  });

  it('takes the fine of the condition that is named', () => {
    const fines = [aFine({ onlyIf: '一般的' }), aFine({ onlyIf: '严重的', maxFen: 90_000 })];
    expect(rangeOf(fines, undefined, '严重的')).toMatchObject({ maxFen: 90_000, onlyIf: '严重的' });
    expect(rangeOf(fines, undefined, '特别严重的')).toBe('no_fine');
  });

  it('lies inside the share of the cost, whatever it is', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), fc.nat(1000), fc.nat(1000), (costFen, a, b) => {
        const fine = { ...BY_COST, minPermille: Math.min(a, b), maxPermille: Math.max(a, b) };
        const { minFen, maxFen } = rangeOf([fine], costFen) as { minFen: number; maxFen: number };
        expect(minFen).toBeLessThanOrEqual(maxFen);
        expect(maxFen * 1000).toBeLessThanOrEqual(costFen * fine.maxPermille);
        // A cost so small that no whole fen lies inside has the maximum for both.
        expect(minFen === maxFen || minFen * 1000 >= costFen * fine.minPermille).toBe(true);
      }),
    );
  });
});

describe('tiers', () => {
  it('cuts 5,000 to 20,000 yuan into thirds', () => {
    expect(tiers({ minFen: 500_000, maxFen: 2_000_000 })).toEqual({
      slight: { minFen: 500_000, maxFen: 1_000_000 },
      general: { minFen: 1_000_000, maxFen: 1_500_000 },
      serious: { minFen: 1_500_000, maxFen: 2_000_000 },
    });
  });

  it('has thirds that touch, in order, from end to end, in whole yuan, equal to within a yuan', () => {
    fc.assert(
      fc.property(aRange, (range) => {
        const all = tiers(range);
        const [slight, general, serious] = TIERS.map((tier) => all[tier]);
        expect(slight!.minFen).toBe(range.minFen);
        expect(slight!.maxFen).toBe(general!.minFen);
        expect(general!.maxFen).toBe(serious!.minFen);
        expect(serious!.maxFen).toBe(range.maxFen);
        for (const { minFen, maxFen } of [slight!, general!, serious!]) {
          expect(Number.isSafeInteger(minFen) && minFen <= maxFen).toBe(true);
          expect(Math.abs(maxFen - minFen - (range.maxFen - range.minFen) / 3)).toBeLessThan(101);
        }
        const isWhole = general!.minFen % 100 === 0 && general!.maxFen % 100 === 0;
        expect(isWhole || range.maxFen - range.minFen < 300).toBe(true);
      }),
    );
  });
});
