import { expect, it } from 'vitest';

import { readZone } from '../../geo/zone.ts';

import { ownValueIn } from './values.ts';

it('a border comes out of a table as a register keeps it; what is none stays, to be refused', () => {
  const field = { id: 'border', label: '范围', kind: 'polygon' } as const;
  const value = ownValueIn(field, 'POLYGON ((115.03 30.2, 115.031 30.2, 115.031 30.201, 115.03 30.2))');
  expect(readZone(value)).toMatchObject({ ok: true, value: { crs: 'WGS84' } });
  expect(ownValueIn(field, '颐阳路以东')).toBe('颐阳路以东');
  expect(ownValueIn(field, '')).toBe('');
});
