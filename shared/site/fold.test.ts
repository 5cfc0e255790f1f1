import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnyEvent } from '../events/order.ts';
import type { SiteChanges } from '../events/siteEvents.ts';
import { aCaseFound, aSite, aUuid, EventLog, ORG } from '../testing/builders.ts';

import { changedSite, foldSite } from './fold.ts';

const { siteId: _siteId, ...SHOP } = aSite();
const log = new EventLog();
const registered = log.next('site.registered', SHOP);
const moved = log.next('site.changed', { changes: { address: '湖滨大道2号' } });
const renamed = log.next('site.changed', { changes: { name: '新味小吃店' }, reason: '换了招牌' });
const foreign = log.next('site.changed', { changes: { name: '别人改的' } }, { org: 'other', role: 'other/officer' });

describe('foldSite', () => {
  it('is what was registered, then what its own organisation changed, field by field', () => {
    expect(foldSite([registered])).toEqual({ id: aUuid(1), org: ORG, data: SHOP, updatedAt: registered.wallAt });
    expect(foldSite([renamed, registered, moved, foreign])).toMatchObject({
      org: ORG,
      data: { name: '新味小吃店', address: '湖滨大道2号', operator: SHOP.operator },
      updatedAt: renamed.wallAt,
    });
  });

  it('is unknown until it was registered', () => {
    expect(foldSite([moved])).toBeUndefined();
    expect(foldSite([log.next('case.found', aCaseFound())])).toBeUndefined();
  });

  it('counts a change whose clock stood before the registration', () => {
    const early = log.next('site.changed', { changes: { name: '早到' } }, { at: '17095000000000000' });
    expect(foldSite([early, registered])?.data.name).toBe('早到');
  });

  it('passes over what is no event of a site', () => {
    const garbage = [null, {}, { ...registered, _id: 'x', data: { name: 3 } }] as unknown as AnyEvent[];
    expect(foldSite([...garbage, registered])?.data).toEqual(SHOP);
  });

  it('keeps the batch beside the data, and stays withdrawn whatever comes later', () => {
    const batch = aUuid(50);
    const imported = log.next('site.registered', { ...SHOP, batch });
    const withdrawn = log.next('site.withdrawn', { reason: '导入撤销', batch });
    const later = log.next('site.changed', { changes: { name: '又改' } });
    const state = foldSite([imported, withdrawn, later]);
    expect(state).toMatchObject({ batch, withdrawn: { reason: '导入撤销', batch }, data: { name: '又改' } });
    expect(state?.data).not.toHaveProperty('batch');
    const other = log.next('site.withdrawn', { reason: '不是他的' }, { org: 'other', role: 'other/officer' });
    expect(foldSite([imported, other])?.withdrawn).toBeUndefined();
  });
});

describe('changes at the same time', () => {
  const change: fc.Arbitrary<SiteChanges> = fc.oneof(
    fc.record({ name: fc.constantFrom('甲', '乙', '丙') }),
    fc.record({ phone: fc.constantFrom('', '1', '2') }),
    fc.record({ frontageMm: fc.constantFrom(null, 1000, 2000) }),
    fc.record({ fields: fc.dictionary(fc.constantFrom('kind', 'net', 'depthM'), fc.constantFrom('', 'a', 'b')) }),
  );

  it('hold both where they are of different fields, the later one where they are of one, in whatever order they arrive', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (changes, dice) => {
        const own = new EventLog();
        const first = own.next('site.registered', SHOP);
        const events = changes.map((one) => own.next('site.changed', { changes: one }));
        const shuffled = [first, ...events]
          .map((event) => ({ event, key: dice.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        const expected = changes.reduce(changedSite, SHOP);
        expect(foldSite(shuffled)?.data).toEqual(expected);
        for (const key of ['kind', 'net', 'depthM']) {
          const last = changes.flatMap(({ fields }) => (fields?.[key] === undefined ? [] : [fields[key]])).at(-1) ?? '';
          expect(expected.fields?.[key] ?? '').toBe(last);
        }
      }),
    );
  });
});
