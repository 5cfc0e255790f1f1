import { expect, it } from 'vitest';

import { aSite } from '../testing/builders.ts';

import { permitsOf } from './permits.ts';

const SHOP = aSite({ name: '好味小吃店', operator: '王芳', uscc: '92420202MA0XXXX01J' });
const NOBODYS = { ...SHOP, name: '占道许可', operator: '李强', uscc: '', address: '别处 1 号' };

it.each([
  ['the credit code, whatever the case', { uscc: '92420202ma0xxxx01j' }, 'uscc'],
  ['the holder who is the operator', { operator: '王 芳' }, 'holder'],
  ['the holder who is the shop', { operator: '好味小吃店' }, 'holder'],
  ['the address', { address: SHOP.address }, 'address'],
  ['the address although the code is another', { uscc: '92420203MA0XXXX024', address: SHOP.address }, 'address'],
])('a permit is found by %s', (_name, change, by) => {
  expect(permitsOf(SHOP, [{ ...NOBODYS, ...change }]).map((one) => one.by)).toEqual([by]);
});

it.each([
  ['nothing', {}],
  ['the name of somebody with another code', { operator: '王芳', uscc: '92420203MA0XXXX024' }],
  ['the same number in another street', { address: SHOP.address, street: '420202006' }],
])('a permit is none of it by %s', (_name, change) => {
  expect(permitsOf(SHOP, [{ ...NOBODYS, ...change }])).toEqual([]);
});

it('the surest stands first', () => {
  const found = permitsOf(SHOP, [
    { ...NOBODYS, address: SHOP.address },
    { ...NOBODYS, uscc: SHOP.uscc ?? '' },
  ]);
  expect(found.map(({ by }) => by)).toEqual(['uscc', 'address']);
});
