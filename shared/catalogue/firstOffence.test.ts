import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Party } from '../events/party.ts';

import { earlierCases, identityKeys, sameBy, type OffenceRow } from './firstOffence.ts';

const ADDRESS = { address: '示例路1号' } as const;
const SHOP: Party = { kind: 'sole_trader', name: '王某', shop: '示例面馆', uscc: '92420202MA0XXXX01J', ...ADDRESS };
const CITIZEN: Party = { kind: 'citizen', name: '李某', idNumber: '11010519491231002X', ...ADDRESS };
const COMPANY: Party = { kind: 'legal_person', name: '示例公司', representative: '王某', ...ADDRESS };

function aRow(id: string, overrides: Partial<OffenceRow> = {}): OffenceRow {
  return { id, party: SHOP, matterCodes: ['MQ-04'], foundOn: '2026-03-01', stage: 'closed', ...overrides };
}

function idsOf(rows: readonly OffenceRow[], question: { matter?: string; except?: string } = {}): string[] {
  return earlierCases(rows, { party: SHOP, on: '2026-11-02', ...question }).map(({ row }) => row.id);
}

describe('earlierCases', () => {
  it('finds those of two years, newest first, and not the case at hand', () => {
    const rows = [
      aRow('too-old', { foundOn: '2024-11-01' }),
      aRow('old', { foundOn: '2024-11-02' }),
      aRow('new', { foundOn: '2026-11-02' }),
      aRow('later', { foundOn: '2026-11-03' }),
      aRow('this'),
    ];
    expect(idsOf(rows, { except: 'this' })).toEqual(['new', 'old']);
  });

  it('asks for one matter when told', () => {
    const rows = [aRow('a'), aRow('b', { matterCodes: ['MQ-01'] }), aRow('c', { matterCodes: ['MQ-01', 'MQ-04'] })];
    expect(idsOf(rows)).toEqual(['a', 'b', 'c']);
    expect(idsOf(rows, { matter: 'MQ-01' })).toEqual(['b', 'c']);
  });

  it('leaves out clues, what was not filed, what was taken back, and rows without a party', () => {
    const rows = (['clue', 'verifying', 'not_filed', 'spot_draft', 'converted', 'revoked'] as const).map((stage) =>
      aRow(stage, { stage }),
    );
    expect(idsOf([...rows, aRow('nobody', { party: undefined }), aRow('fixed', { stage: 'fixed' })])).toEqual([
      'fixed',
    ]);
  });
});

describe('sameBy', () => {
  it.each([
    ['the same code', SHOP, { ...SHOP, name: '赵某', shop: '新店', uscc: ' 92420202ma0xxxx01j' }, 'uscc'],
    ['the code of a shop that became a company', SHOP, { ...COMPANY, uscc: '92420202MA0XXXX01J' }, 'uscc'],
    ['the same number of identity', CITIZEN, { ...SHOP, uscc: '', idNumber: '11010519491231002x' }, 'id_number'],
    ['the same name and shop', { ...SHOP, uscc: '' }, SHOP, 'name_and_shop'],
    ['the same name, another shop', { ...SHOP, uscc: '' }, { ...SHOP, shop: '新店' }, undefined],
    ['citizens of the same name', { ...CITIZEN, idNumber: '' }, CITIZEN, undefined],
    ['companies of the same name, one without a code', COMPANY, { ...COMPANY, uscc: '1' }, 'name'],
    ['companies of the same name with two codes', { ...COMPANY, uscc: '2' }, { ...COMPANY, uscc: '1' }, undefined],
    ['two without any number', { ...CITIZEN, idNumber: ' ' }, { ...CITIZEN, idNumber: ' ' }, undefined],
    ['a company called like a citizen', CITIZEN, { ...COMPANY, name: '李某' }, undefined],
  ] as const)('%s', (_name, a, b, by) => {
    expect(sameBy(a, b)).toBe(by);
    expect(sameBy(b, a)).toBe(by);
  });
});

describe('identityKeys', () => {
  it('are shared by whoever is the same', () => {
    const text = fc.constantFrom('', ' ', '甲', '乙', 'x', 'X');
    const optional = fc.option(text, { nil: undefined });
    const party = fc.oneof(
      fc.record({ kind: fc.constant('citizen'), name: text, idNumber: text, address: text }),
      fc.record({
        kind: fc.constant('sole_trader'),
        ...{ name: text, shop: text, uscc: optional, idNumber: optional, address: text },
      }),
      fc.record({
        kind: fc.constant('legal_person'),
        ...{ name: text, representative: text, uscc: optional, address: text },
      }),
    ) as fc.Arbitrary<Party>;
    fc.assert(
      fc.property(party, party, (a, b) => {
        const keys = new Set(identityKeys(a));
        const isShared = identityKeys(b).some((key) => keys.has(key));
        expect(sameBy(a, b) === undefined || isShared).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('are none where nothing is known of a party', () => {
    expect(identityKeys({ ...CITIZEN, idNumber: ' ' })).toEqual([]);
    expect(identityKeys(CITIZEN)).toHaveLength(1);
  });
});
