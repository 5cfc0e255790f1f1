import { expect, test } from '@playwright/test';

import { choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { actName } from '#renderer/app/language/zh/fileRefusals.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { readRows } from '../fixtures/store.ts';
import { TimedMachine } from '../fixtures/timedMachine.ts';
import { PEOPLE } from '../fixtures/world.ts';
import type { Filling } from '../pages/FilePage.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';

const SITE = {
  name: '示例巷8号院内加建',
  operator: '示例建房人戊',
  address: '示例巷 8 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const pair = PEOPLE.second;
const l = (member: string, type = ''): string => fieldLabel(type, member);
const paper = (kind: string, words: string): Filling => ({ texts: { [l('text', `document.issued:${kind}`)]: words } });

type Stored = { readonly event: { readonly type: string; readonly data: { readonly model?: SheetModel } } };

test('a building site is sealed offline with a decision and a list, and released with another one', async () => {
  test.setTimeout(400_000);
  const hub = await startHub(freshFolder('hub'));
  const machine = await TimedMachine.with(['second', 'officer'], hub.url, SITE.name);
  await hub.stop();

  await machine.startAt('2026-01-05T01:00:00.000Z', 'officer');
  await (await machine.app.shell.newSite()).register(SITE);
  const form = await NewFilePage.from(machine.app.page);
  await form.fill('structure', 'WJ-01', photoFile('加建.jpg'));
  const file = await form.submit(fileText.new.submit, pair);
  await file.isAt(stageWords.found.text);
  await file.take('document.issued:D06', paper('D06', '停止施工。'), pair);
  await file.take('document.served:D06', {}, pair);
  await file.take('government.ordered:site_seal', {
    texts: { [l('government')]: '黄石港区人民政府（示例）', [l('reference')]: '示例政责〔2026〕8号' },
    dates: { [l('on')]: '2026-01-05' },
  });
  // Without a measure there is nothing to decide on paper.
  await expect(file.step('document.issued:D11')).toHaveCount(0);
  const things = { name: '施工现场', spec: '院内二层加建', quantity: '1处', state: '脚手架未拆' } as const;
  await file.take(
    'measure.taken:site_seal',
    {
      more: true,
      texts: {
        [l('reason')]: '不停止施工。',
        ...Object.fromEntries(Object.entries(things).map(([member, value]) => [l(member), value])),
      },
    },
    pair,
  );
  await file.take('document.issued:D11', paper('D11', '贴封条，由社区看管。'), pair);
  await file.take('document.served:D11', {}, pair);
  await file.take(
    'measure.ended',
    {
      picks: { [l('id')]: actName('measure.taken:site_seal'), [l('result')]: choiceLabel('result', 'returned') },
      texts: { [l('text')]: '已启封。' },
    },
    pair,
  );
  await file.take('document.issued:D12', paper('D12', '当事人已停止施工。'), pair);

  const rows = await readRows<Stored>(machine.app.page, 'events');
  const models = rows.flatMap(({ event }) => (event.type === 'document.issued' ? [event.data.model] : []));
  const sealed = models.find((model) => model?.kind === 'D11');
  expect(sealed?.list?.rows).toEqual([['1', things.name, things.spec, things.quantity, things.state, '／']]);
  const released = models.find((model) => model?.kind === 'D12');
  expect(JSON.stringify(released?.sections)).toContain(sealed?.number);
  for (const model of [sealed, released])
    await expect(machine.app.page.getByText(model?.number ?? '').first()).toBeVisible();
  await machine.close();
});
