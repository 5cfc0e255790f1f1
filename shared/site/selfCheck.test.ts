import { expect, it } from 'vitest';

import type { AnyEvent } from '../events/order.ts';
import { aSelfCheck, aSite, EventLog } from '../testing/builders.ts';

import { allianceRates, foldSelfChecks, isPassed, percentOf, selfCheckKey } from './selfCheck.ts';

const { siteId: _siteId, ...SHOP } = aSite();
const FAILED = aSelfCheck({ duties: [{ duty: 'order', name: '包秩序', answer: 'fail' }] });

it('lists the checks of the own organisation, the newest day first, without what was withheld', () => {
  const log = new EventLog();
  const registered = log.next('site.registered', SHOP);
  const late = log.next('site.selfChecked', aSelfCheck({ checkedOn: '2024-03-09' }));
  const early = log.next('site.selfChecked', aSelfCheck({ checkedOn: '2024-03-01', by: '甲' }));
  const wrong = log.next('site.selfChecked', aSelfCheck({ checkedOn: '2024-03-05' }));
  const theirs = log.next('site.selfChecked', aSelfCheck(), { org: 'other', role: 'other/officer' });
  const withheld = log.next('log.withheld', { events: [wrong._id], reason: '登错了' }, { stream: late.stream });
  const garbage = [null, { ...late, _id: 'x', data: { by: 3 } }] as unknown as AnyEvent[];
  const events = [...garbage, early, late, wrong, theirs, withheld, registered];
  expect(foldSelfChecks(events)?.map(({ checkedOn }) => checkedOn)).toEqual(['2024-03-09', '2024-03-01']);
  expect(foldSelfChecks(events)?.[0]).toMatchObject({ enteredBy: late.by, enteredAt: late.wallAt, event: late._id });
  expect(foldSelfChecks([registered])).toBeUndefined();
  expect(foldSelfChecks([registered, wrong, withheld])).toEqual([]);
});

it('is passed when every duty was kept; one person checks a shop once a day', () => {
  expect([aSelfCheck(), FAILED].map(isPassed)).toEqual([true, false]);
  expect(selfCheckKey(aSelfCheck())).toBe(selfCheckKey({ ...FAILED, by: ' 示例盟员 ' }));
  expect(selfCheckKey(aSelfCheck())).not.toBe(selfCheckKey(aSelfCheck({ by: '别人' })));
});

it('says of each alliance how many of its shops were checked, and how many checks were passed', () => {
  const members = [
    { id: 'a', alliance: '甲联盟' },
    { id: 'b', alliance: '甲联盟' },
    { id: 'c', alliance: '乙联盟' },
  ];
  const checks = [
    { siteId: 'a', check: aSelfCheck({ alliance: '甲联盟' }) },
    { siteId: 'a', check: { ...FAILED, alliance: '甲联盟' } },
    // A shop that does not say so itself does not make the alliance's shops more.
    { siteId: 'd', check: aSelfCheck({ alliance: '甲联盟' }) },
  ];
  expect(allianceRates(members, checks)).toEqual([
    { alliance: '甲联盟', members: 2, checkedMembers: 1, checks: 3, passed: 2 },
    { alliance: '乙联盟', members: 1, checkedMembers: 0, checks: 0, passed: 0 },
  ]);
  expect([percentOf(1, 2), percentOf(0, 0), percentOf(2, 3)]).toEqual([50, undefined, 67]);
});
