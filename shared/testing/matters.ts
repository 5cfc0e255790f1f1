import type { Citation, Matter } from '../catalogue/matter.ts';
import type { MatterPenalty } from '../catalogue/matterPenalty.ts';

/** A citation of an invented norm. */
export function aCitation(verification: Citation['verification'] = 'verified', article = '第一条'): Citation {
  return { law: '某条例', article, verification, source: 'X' };
}

/** A fine of 100 to 500 yuan for anybody, verified. */
export function aFine(overrides: Partial<MatterPenalty> = {}): MatterPenalty {
  const amount = { minFen: 10_000, maxFen: 50_000 };
  return { for: 'any', kind: 'fine', ...amount, verification: 'verified', source: 'X', ...overrides };
}

/** A matter in force since 2020 of which everything is verified. */
export function aMatter(overrides: Partial<Matter> = {}): Matter {
  return {
    code: 'MQ-01',
    name: '堆放物料',
    family: 'MQ',
    rule: [aCitation()],
    correction: [aCitation()],
    penaltyBasis: [aCitation()],
    penalties: [aFine()],
    simple: 'partly',
    correctionFirst: false,
    measures: [],
    ownEnforcement: false,
    toCorrect: '搬走。',
    standardRef: 'GB/T 47678.5-2026',
    validFrom: '2020-01-01',
    ...overrides,
  };
}

/** The text of a file of matters with the one source that `aMatter` names. */
export function aMatterFile(matters: readonly Matter[]): string {
  return JSON.stringify({ schema: 'xunzhi.matters.v2', version: '1', sources: { X: 'test' }, matters });
}
