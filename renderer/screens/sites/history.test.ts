import { expect, it } from 'vitest';

import { parseCatalogue } from '#shared/catalogue/parse.ts';
import { aPhoto, aSelfCheck, aSite, EventLog } from '#shared/testing/builders.ts';
import { aRegister } from '#shared/testing/registers.ts';

import { historyOf } from './history.ts';

const { siteId: _siteId, ...COVER } = aSite({ register: 'manhole', state: 'good', fields: { kind: 'rain' } });
const { catalogue } = parseCatalogue([{ name: 'registers/manhole.json', text: JSON.stringify(aRegister()) }]);

it('says who changed what from what to what, the last first, and not what another organisation wrote', () => {
  const log = new EventLog();
  const events = [
    log.next('site.registered', { ...COVER, batch: '018f0000-0000-7000-8000-000000000001' }),
    log.next('site.changed', { changes: { state: 'lost', fields: { kind: 'power', net: 'yes' } }, reason: '巡查发现' }),
    log.next('site.changed', { changes: { name: '别人改的' } }, { org: 'other', role: 'other/officer' }),
    log.next('site.changed', { changes: { phone: '1', name: COVER.name } }, { by: 'li' }),
    log.next('site.withdrawn', { reason: '重复登记' }),
  ];
  const shown = historyOf([...events].reverse(), catalogue, new Map([['chen', '陈军']]));
  expect(shown.map(({ title, who, detail }) => [title, who, detail])).toEqual([
    ['撤销登记', '陈军', '原因：重复登记'],
    ['更改台账', 'li', '联系电话：（空） → 1'],
    ['更改台账', '陈军', '状态：完好 → 缺失；类别：雨水 → 电力；有防坠网：（空） → 是；原因：巡查发现'],
    ['登记台账', '陈军', undefined],
  ]);
  expect(shown.at(-1)?.mark).toBe('由表格导入');
});

it('counts the photos of one walk in one line, and says what an alliance found when', () => {
  const log = new EventLog();
  const at = { wallAt: '2024-03-05T02:00:00.000Z' };
  const shown = historyOf(
    [
      log.next('site.registered', COVER),
      log.next('photo.added', aPhoto(1), at),
      log.next('photo.added', aPhoto(2), at),
      log.next('site.selfChecked', aSelfCheck(), at),
      log.next('photo.added', aPhoto(3, { item: 'self-check' }), at),
    ],
    catalogue,
    new Map(),
  );
  expect(shown.map(({ title, detail }) => [title, detail])).toEqual([
    ['自治联盟自查', '2024-03-04 示例路联盟 · 自查人 示例盟员'],
    ['添加照片', '2 张'],
    ['登记台账', undefined],
  ]);
});
