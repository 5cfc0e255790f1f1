import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AGGRAVATING, MITIGATING } from '../events/penalty.ts';

import { tiers, TIERS } from './penaltyRange.ts';
import { proposeFine, type FineQuestion } from './proposeFine.ts';

const QUESTION: FineQuestion = {
  range: { minFen: 500_000, maxFen: 2_000_000 },
  tier: 'general',
  mitigating: [],
  aggravating: [],
  earlierCases: 1,
};
const CORRECTED = { correctedInTime: true, harm: 'slight', earlierCases: 0 } as const;

describe('proposeFine', () => {
  it.each([
    ['nothing speaks for or against', {}, 1_250_000, ['earlier_cases']],
    [
      'harm removed (§32)',
      { mitigating: ['removed_harm'] },
      1_000_000,
      ['must_be_lighter', 'may_go_below_minimum', 'earlier_cases'],
    ],
    [
      'a minor (§30)',
      { mitigating: ['minor_14_18'], earlierCases: 0 },
      1_000_000,
      ['must_be_lighter_minor', 'may_go_below_minimum'],
    ],
    ['impaired (§31)', { mitigating: ['impaired'], earlierCases: 0 }, 1_000_000, ['may_be_lighter']],
    ['heavier by the table', { aggravating: ['obstructed'] }, 1_500_000, ['heavier', 'earlier_cases']],
    [
      'both',
      { mitigating: ['confessed'], aggravating: ['repeated'] },
      1_250_000,
      ['must_be_lighter', 'may_go_below_minimum', 'heavier', 'earlier_cases'],
    ],
  ] as const)('%s', (_name, change, fineFen, reasons) => {
    expect(proposeFine({ ...QUESTION, ...change })).toEqual({ fineFen, reasons });
  });

  it('proposes nothing for what was slight, without harm and put right in time (§33)', () => {
    const slight = { ...QUESTION, tier: 'slight', correctedInTime: true, harm: 'none' } as const;
    expect(proposeFine(slight)).toEqual({ fineFen: 0, reasons: ['no_penalty_slight', 'earlier_cases'] });
    expect(proposeFine({ ...slight, harm: 'slight' }).fineFen).toBe(750_000);
    expect(proposeFine({ ...slight, harm: undefined }).fineFen).toBe(750_000);
    expect(proposeFine({ ...slight, correctedInTime: undefined }).fineFen).toBe(750_000);
    expect(proposeFine({ ...slight, aggravating: ['refused_correction'] }).fineFen).toBe(1_000_000);
  });

  it('says that there may be no penalty for a first offence with slight harm put right in time (§33)', () => {
    const first = { ...QUESTION, ...CORRECTED };
    expect(proposeFine(first)).toEqual({ fineFen: 1_250_000, reasons: ['may_be_none_first'] });
    for (const change of [
      { earlierCases: 1 },
      { harm: 'grave' },
      { harm: undefined },
      { correctedInTime: false },
      { aggravating: ['grave_harm'] },
      { aggravating: ['refused_correction'] },
    ] as const)
      expect(proposeFine({ ...first, ...change }).reasons).not.toContain('may_be_none_first');
  });

  it('does not take a lighter fine for none where the norm names no minimum', () => {
    const range = { minFen: 0, maxFen: 2_000_000 };
    expect(proposeFine({ ...QUESTION, range, tier: 'slight', mitigating: ['merit'], earlierCases: 0 })).toEqual({
      fineFen: 200_000,
      reasons: ['must_be_lighter', 'tenth_of_maximum'],
    });
  });

  it('stays inside the tier, or is nothing because the law says so', () => {
    const aQuestion = fc.record({
      range: fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)).map(([a, b]) => ({ minFen: a, maxFen: a + b })),
      tier: fc.constantFrom(...TIERS),
      mitigating: fc.subarray([...MITIGATING]),
      aggravating: fc.subarray([...AGGRAVATING]),
      earlierCases: fc.nat(3),
      correctedInTime: fc.boolean(),
      harm: fc.constantFrom('none', 'slight', 'grave'),
    });
    fc.assert(
      fc.property(aQuestion, (question) => {
        const { fineFen, reasons } = proposeFine(question);
        const { minFen, maxFen } = tiers(question.range)[question.tier];
        const isInside = minFen <= fineFen && fineFen <= maxFen && Number.isSafeInteger(fineFen);
        expect(reasons.includes('no_penalty_slight') ? fineFen === 0 : isInside).toBe(true);
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });
});
