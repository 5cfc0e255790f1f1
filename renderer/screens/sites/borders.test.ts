import { expect, it } from 'vitest';

import { aSite } from '#shared/testing/builders.ts';
import { aRegister } from '#shared/testing/registers.ts';

import { bordersOf, placeOnMap } from './borders.ts';

const REGISTER = aRegister({ fields: [{ id: 'border', label: '范围', kind: 'polygon' }] });
const BORDER = 'WGS84:1150400000 302000000,1150420000 302000000,1150420000 302020000,1150400000 302020000';

it('a thing stands at its position, else inside of its border, else nowhere', () => {
  const position = { lonE7: 1_151_000_000, latE7: 301_000_000, crs: 'WGS84', source: 'manual' } as const;
  const zone = aSite({ fields: { border: BORDER }, position: undefined });
  expect(placeOnMap({ ...zone, position }, REGISTER)).toEqual({ lon: 115.1, lat: 30.1 });
  const inside = placeOnMap(zone, REGISTER);
  expect(inside?.lon).toBeCloseTo(115.041, 6);
  expect(inside?.lat).toBeCloseTo(30.201, 6);
  expect(placeOnMap({ ...zone, fields: { border: 'x' } }, REGISTER)).toBeUndefined();
});

it('has no border where its register keeps none', () => {
  const zone = aSite({ fields: { border: BORDER } });
  expect(bordersOf(zone, REGISTER)).toHaveLength(1);
  expect(bordersOf(zone, undefined)).toEqual([]);
});
