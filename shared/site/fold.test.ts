import { expect, it } from 'vitest';

import type { AnyEvent } from '../events/order.ts';
import { aCaseFound, aSite, aUuid, EventLog, ORG } from '../testing/builders.ts';

import { foldSite } from './fold.ts';

const { siteId: _siteId, ...SHOP } = aSite();
const log = new EventLog();
const registered = log.next('site.registered', SHOP);
const moved = log.next('site.amended', { ...SHOP, address: '湖滨大道2号' });
const renamed = log.next('site.amended', { ...SHOP, name: '新味小吃店' });
const foreign = log.next('site.amended', { ...SHOP, name: '别人改的' }, { org: 'other', role: 'other/officer' });

it('is what was registered, then the last amendment of its own organisation', () => {
  expect(foldSite([registered])).toEqual({ id: aUuid(1), org: ORG, data: SHOP, updatedAt: registered.wallAt });
  expect(foldSite([renamed, registered, moved, foreign])).toMatchObject({
    org: ORG,
    data: { name: '新味小吃店', address: SHOP.address },
  });
});

it('is unknown until it was registered', () => {
  expect(foldSite([moved])).toBeUndefined();
  expect(foldSite([log.next('case.found', aCaseFound())])).toBeUndefined();
});

it('counts an amendment whose clock stood before the registration', () => {
  const early = log.next('site.amended', { ...SHOP, name: '早到' }, { at: '17095000000000000' });
  expect(foldSite([early, registered])?.data.name).toBe('早到');
});

it('passes over what is no event of a site', () => {
  const garbage = [null, {}, { ...registered, _id: 'x', data: { name: 3 } }] as unknown as AnyEvent[];
  expect(foldSite([...garbage, registered])?.data).toEqual(SHOP);
});
