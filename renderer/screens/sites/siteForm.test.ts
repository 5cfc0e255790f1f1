import { describe, expect, it } from 'vitest';

import { EMPTY_SITE, errorsOf, frontageMmOf, siteDataOf, usccOf } from './siteForm.ts';

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
    expect(Object.keys(errorsOf(EMPTY_SITE)).sort()).toEqual(['address', 'division', 'name', 'operator', 'street']);
  });
  it('never blocks for the credit code', () => {
    expect(errorsOf({ ...FILLED, uscc: 'wrong' })).toEqual({});
  });
  it('takes a field of nothing but control characters for empty', () => {
    expect(errorsOf({ ...FILLED, name: '\u0007\u0000' })).toHaveProperty('name');
  });
});

describe('siteDataOf', () => {
  it('cleans text and leaves empty fields out', () => {
    expect(siteDataOf({ ...FILLED, address: '颐阳路\u000012号\n二楼' })).toEqual({
      name: '王记 餐馆',
      operator: '王小明',
      division: '420202',
      street: '420202007',
      address: '颐阳路12号 二楼',
    });
  });
  it('keeps the credit code in upper case without spaces', () => {
    expect(usccOf(' 92420202ma0xxxx01j ')).toBe('92420202MA0XXXX01J');
    expect(siteDataOf({ ...FILLED, uscc: '92420202ma0xxxx01j', frontage: '4.2' })).toMatchObject({
      uscc: '92420202MA0XXXX01J',
      frontageMm: 4200,
    });
  });
});
