import { describe, expect, it } from 'vitest';

import { matterSnapshotField } from '../events/penalty.ts';
import { aCitation, aFine, aMatter } from '../testing/matters.ts';

import { findMatter, matterSnapshot } from './findMatter.ts';
import type { Matter } from './matter.ts';

const FINE_OF_CITIZEN = aFine({ for: 'citizen' });
const UNKNOWN = { for: 'organisation', kind: 'fine', verification: 'memory', source: 'X' } as const;

describe('findMatter', () => {
  it('finds the version of that day', () => {
    const old = aMatter({ validTo: '2024-12-31' });
    const now = aMatter({ validFrom: '2026-01-01' });
    const on = (day: string): unknown => findMatter([now, old], 'MQ-01', day);
    expect(['2019-12-31', '2020-01-01', '2024-12-31', '2025-06-01', '2026-01-01', '2099-01-01'].map(on)).toEqual([
      undefined,
      old,
      old,
      undefined,
      now,
      now,
    ]);
    expect(findMatter([now, old], 'MQ-02', '2026-01-01')).toBeUndefined();
  });
});

describe('matterSnapshot', () => {
  it('keeps what the rules of a file need, and is a valid part of an event', () => {
    const snapshot = matterSnapshot(aMatter({ measures: ['stop_order'], correctionFirst: true }), 'citizen');
    expect(snapshot).toEqual({
      ...{ code: 'MQ-01', name: '堆放物料', simple: 'partly', verified: true },
      ...{ correctionFirst: true, ownEnforcement: false, measures: ['stop_order'] },
    });
    expect(matterSnapshotField.parse(snapshot)).toEqual(snapshot);
  });

  const cases: readonly (readonly [string, Partial<Matter>, boolean, boolean])[] = [
    ['all read', {}, true, true],
    ['rule from memory', { rule: [aCitation(), aCitation('memory')] }, false, false],
    ['basis from memory', { penaltyBasis: [aCitation('memory')] }, false, false],
    ['no basis', { penaltyBasis: [], penalties: [] }, false, false],
    ['order to correct from memory, which a penalty does not need', { correction: [aCitation('memory')] }, true, true],
    ['amount for citizens only read', { penalties: [FINE_OF_CITIZEN, UNKNOWN] }, true, false],
    ['nothing for organisations', { penalties: [FINE_OF_CITIZEN] }, true, false],
    ['a norm that knows no penalty', { penalties: [] }, true, true],
  ];

  it.each(cases)('is verified for citizen and organisation: %s', (_name, change, citizen, organisation) => {
    const matter = aMatter(change);
    expect(matterSnapshot(matter, 'citizen').verified).toBe(citizen);
    expect(matterSnapshot(matter, 'legal_person').verified).toBe(organisation);
    expect(matterSnapshot(matter, 'sole_trader').verified).toBe(citizen);
    expect(matterSnapshot(matter, 'sole_trader', 'organisation').verified).toBe(organisation);
  });
});
