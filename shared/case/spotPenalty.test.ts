import { expect, it } from 'vitest';

import type { Party } from '../events/party.ts';
import type { MatterSnapshot, Penalty } from '../events/penalty.ts';

import { judgeSpotPenalty } from './spotPenalty.ts';

const ON = '2026-03-02';
const MATTER: MatterSnapshot = {
  code: 'MQ-14',
  name: '擅自占用、挖掘城市道路',
  simple: 'partly',
  verified: true,
  correctionFirst: false,
  ownEnforcement: false,
  measures: [],
};
const SHOP: Party = { kind: 'sole_trader', name: '示例', shop: '示例店', address: '示例路1号' };
const FIRM: Party = { kind: 'legal_person', name: '示例公司', representative: '示例', address: '示例路1号' };

function fine(fineFen: number, amount: Penalty['amount'] = 'verified'): Penalty {
  return { warning: false, fineFen, minFen: 0, maxFen: 2_000_000, amount };
}

function codes(party: Party, penalty: Penalty, matter: Partial<MatterSnapshot> = {}): readonly string[] {
  return judgeSpotPenalty({ matter: { ...MATTER, ...matter }, party, penalty }, ON).map(({ code }) => code);
}

it('holds against a penalty on the spot what the law does, before a file is opened', () => {
  expect(codes(SHOP, fine(20_000))).toEqual([]);
  expect(codes(SHOP, fine(20_001))).toEqual(['over_spot_limit']);
  expect(codes(SHOP, fine(300_000), { soleTraderAs: 'organisation' })).toEqual([]);
  expect(codes(FIRM, fine(300_000))).toEqual([]);
  expect(codes(FIRM, fine(300_001))).toEqual(['over_spot_limit']);
  expect(codes(SHOP, fine(100), { simple: 'no' })).toEqual(['not_simple']);
  expect(codes(SHOP, fine(100), { verified: false })).toEqual(['amount_unverified']);
  expect(codes(SHOP, fine(100, 'memory'))).toEqual(['amount_unverified']);
  expect(codes({ ...SHOP, bornOn: '2014-01-01' }, fine(100))).toEqual(['underage']);
});
