import { describe, expect, it } from 'vitest';

import { aRegister } from '../testing/registers.ts';

import { checkSite } from './checkSite.ts';

const GOOD = { kind: 'rain', partId: '42020201000100001', depthM: '1.25', net: 'yes', replacedOn: '2024-05-01' };

describe('checkSite', () => {
  it('finds nothing in what the register knows', () => {
    expect(checkSite(aRegister(), { state: 'lost', fields: GOOD })).toEqual([]);
    expect(checkSite(aRegister(), { fields: { kind: 'power' } })).toEqual([]);
  });

  it.each([
    ['kind', '', 'required', '类别'],
    ['kind', 'rainy', 'not_a_choice', '类别'],
    ['partId', '1'.repeat(18), 'too_long', '部件标识码'],
    ['depthM', '1,2', 'not_a_number', '井深'],
    ['depthM', '1.234', 'too_precise', '井深'],
    ['net', '是', 'not_a_flag', '有防坠网'],
    ['replacedOn', '2024-02-30', 'not_a_date', '更换日期'],
    ['colour', 'red', 'unknown_field', 'colour'],
  ])('names %s = %j as %s', (field, value, code, label) => {
    expect(checkSite(aRegister(), { fields: { ...GOOD, [field]: value } })).toEqual([{ field, label, code }]);
  });

  it('knows a border from what is none', () => {
    const register = aRegister({ fields: [{ id: 'border', label: '范围', kind: 'polygon' }] });
    const codes = (border: string): readonly string[] =>
      checkSite(register, { fields: { border } }).map(({ code }) => code);
    expect(codes('WGS84:0 0,9000 0,9000 9000')).toEqual([]);
    expect(codes('')).toEqual([]);
    expect(codes('WGS84:0 0,9000 9000,9000 0,0 9000')).toEqual(['not_a_zone']);
    expect(codes('胜阳港夜市')).toEqual(['not_a_zone']);
  });

  it('names a state of another register, and a required value that is absent', () => {
    expect(checkSite(aRegister(), { state: 'open' }).map(({ field, code }) => [field, code])).toEqual([
      ['state', 'unknown_state'],
      ['kind', 'required'],
    ]);
  });
});
