import { describe, expect, it } from 'vitest';

import { aRegister } from '#shared/testing/registers.ts';

import { changesOf, EMPTY_SITE, errorsOf, formOf, frontageMmOf, siteDataOf, startOf, usccOf } from './siteForm.ts';

const SHOP = aRegister({ id: 'shop', fields: [] });
const FILLED = {
  ...EMPTY_SITE,
  name: ' 王记 餐馆 ',
  operator: '王小明',
  division: '420202',
  street: '420202007',
  address: '颐阳路12号',
};

describe('frontageMmOf', () => {
  it('reads metres as people type them, into millimetres', () => {
    expect(frontageMmOf('6')).toBe(6000);
    expect(frontageMmOf(' 6.35 ')).toBe(6350);
    expect(frontageMmOf('６。５')).toBe(6500);
  });
  it('refuses what is no length', () => {
    for (const text of ['-1', '6米', '1.234', '12345', 'abc', '']) expect(frontageMmOf(text)).toBeUndefined();
  });
});

describe('errorsOf', () => {
  it('asks for every field the register needs', () => {
    expect(Object.keys(errorsOf(EMPTY_SITE, SHOP)).sort()).toEqual([
      'address',
      'division',
      'name',
      'operator',
      'street',
    ]);
  });
  it('never blocks for the credit code', () => {
    expect(errorsOf({ ...FILLED, uscc: 'wrong' }, SHOP)).toEqual({});
  });
  it('takes a field of nothing but control characters for empty', () => {
    expect(errorsOf({ ...FILLED, name: '\u0007\u0000' }, SHOP)).toHaveProperty('name');
  });
});

describe('own fields', () => {
  it('are named where they lack something, and written as the register keeps them', () => {
    const own = { kind: '', depthM: '１。２５', net: 'yes', old: 'x' };
    expect(errorsOf({ ...FILLED, own }, aRegister())).toEqual({ 'own.kind': '必填' });
    expect(siteDataOf({ ...FILLED, own: { ...own, kind: 'rain' } }, aRegister())).toMatchObject({
      register: 'manhole',
      fields: { kind: 'rain', depthM: '1.25', net: 'yes' },
    });
  });
});

describe('changesOf', () => {
  const site = {
    ...siteDataOf({ ...FILLED, phone: '1', frontage: '4', own: { kind: 'rain', net: 'yes' } }, aRegister()),
    state: 'good',
  };
  it('is nothing for an untouched form', () => {
    expect(changesOf(site, formOf(site), aRegister())).toEqual({});
  });
  it('names what was changed and what was taken away, and nothing else', () => {
    const form = { ...formOf(site), name: '李记', phone: '', frontage: '', state: 'lost', own: { kind: 'power' } };
    expect(changesOf(site, form, aRegister())).toEqual({
      name: '李记',
      phone: '',
      frontageMm: null,
      state: 'lost',
      fields: { kind: 'power', net: '' },
    });
  });
});

describe('siteDataOf', () => {
  it('cleans text and leaves empty fields out', () => {
    expect(siteDataOf({ ...FILLED, address: '颐阳路\u000012号\n二楼' }, SHOP)).toEqual({
      name: '王记 餐馆',
      operator: '王小明',
      division: '420202',
      street: '420202007',
      address: '颐阳路12号 二楼',
      register: 'shop',
    });
  });
  it('keeps the credit code in upper case without spaces', () => {
    expect(usccOf(' 92420202ma0xxxx01j ')).toBe('92420202MA0XXXX01J');
    expect(siteDataOf({ ...FILLED, uscc: '92420202ma0xxxx01j', frontage: '4.2' }, SHOP)).toMatchObject({
      uscc: '92420202MA0XXXX01J',
      frontageMm: 4200,
    });
  });
});

describe('a position', () => {
  const position = { lonE7: 1_150_400_000, latE7: 302_000_000, crs: 'WGS84', source: 'map', accuracyMm: 5000 } as const;
  const site = { ...siteDataOf(FILLED, SHOP), position };
  it('is kept, changed and taken away', () => {
    expect(siteDataOf({ ...FILLED, position }, SHOP).position).toEqual(position);
    expect(changesOf(site, formOf(site), SHOP)).toEqual({});
    const other = { ...position, lonE7: 1_150_500_000 };
    expect(changesOf(site, { ...formOf(site), position: other }, SHOP)).toEqual({ position: other });
    expect(changesOf(site, { ...formOf(site), position: undefined }, SHOP)).toEqual({ position: null });
  });
  it('that cannot be read blocks saving: half of it is not none', () => {
    expect(Object.keys(errorsOf({ ...FILLED, positionUnread: true }, SHOP))).toEqual(['position']);
  });
});

describe('a border', () => {
  const field = { id: 'border', label: '范围', kind: 'polygon' } as const;
  const register = aRegister({ fields: [field] });
  const zone = 'WGS84:1150389000 301997000,1150399000 301997000,1150399000 302007000';
  it('that was drawn on the map begins the form of a register that keeps one', () => {
    const search = `register=manhole&zone=${encodeURIComponent(zone)}`;
    expect(startOf(register, search).own).toEqual({ border: zone });
    expect(startOf(SHOP, search)).toEqual(EMPTY_SITE);
    expect(startOf(register, 'zone=WGS84:1 1')).toEqual(EMPTY_SITE);
  });
  it('is written as it is, and refused when it is none', () => {
    const form = { ...FILLED, own: { border: zone } };
    expect(siteDataOf(form, register).fields).toEqual({ border: zone });
    expect(Object.keys(errorsOf({ ...form, own: { border: 'WGS84:0 0,1 1' } }, register))).toEqual(['own.border']);
  });
});
