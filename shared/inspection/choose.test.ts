import { expect, it } from 'vitest';

import { aChecklist } from '../testing/checklists.ts';

import { checklistsFor, usualChecklist } from './choose.ts';

const shops = aChecklist({ id: 'shops' });
const newer = aChecklist({ id: 'shops', version: 2 });
const stalls = aChecklist({ id: 'stalls', registers: ['stall-zone', 'shop'] });
const covers = aChecklist({ id: 'covers', registers: ['manhole'] });
const all = [stalls, shops, newer, covers];

it('are those of the register, each in its newest version, its own ones first', () => {
  expect(checklistsFor(all, 'shop')).toEqual([newer, stalls]);
  expect(checklistsFor(all, 'stall-zone')).toEqual([stalls]);
  expect(checklistsFor(all, 'bridge')).toEqual([]);
});

it('is started with when it is the only one of its register, and chosen among several', () => {
  expect(usualChecklist(all, 'shop')).toBe(newer);
  expect(usualChecklist([stalls], 'shop')).toBe(stalls);
  expect(usualChecklist([...all, aChecklist({ id: 'more', registers: ['manhole'] })], 'manhole')).toBeUndefined();
  expect(usualChecklist(all, 'bridge')).toBeUndefined();
});
