import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { handoverText as words } from '#renderer/app/language/zh/handover.ts';

import { HandoverCarrier } from '../../scripts/server-handover/carrier.ts';
import { ServerClient } from '../../scripts/server-setup/client.ts';
import { freshFolder } from '../fixtures/app.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { DEMO_PASSWORD, launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';

const SHOP = {
  name: '示例两区交界小吃店',
  operator: '示例经营者',
  address: '示例路 9 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const PHOTO = photoFile('门前.jpg');
const REASON = '现场位于西塞山区，属其管辖（示例）';
const SCREENS = join(import.meta.dirname, '../../.cache/screens');

test('a case goes to another organisation: read-only at the giver, whole and open at the receiver', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const pair = await launchPair({ server: hub.url });
  await findGoodsOutside(pair.shell, SHOP, PHOTO);
  await CasePage.open(pair.page, PEOPLE.second);
  await expect(pair.page.getByRole('button', { name: words.open })).toHaveCount(0);
  await pair.shell.isInSync();
  await pair.close();

  const leader = await launchAs('leader', { server: hub.url });
  await leader.shell.isInSync();
  await leader.shell.goTo('cases');
  await leader.page.getByRole('link', { name: SHOP.name }).click();
  await leader.page.getByRole('button', { name: words.open }).click();
  const dialog = leader.page.getByRole('dialog', { name: words.title });
  await dialog.getByRole('button', { name: words.submit }).click();
  await expect(dialog.getByText(words.receiverMissing)).toBeVisible();
  await expect(dialog.getByText(words.reasonMissing)).toBeVisible();
  await dialog.getByRole('combobox', { name: words.receiver }).click();
  await leader.page.getByRole('option', { name: /西塞山区/ }).click();
  await dialog.getByRole('textbox', { name: words.reason }).fill(REASON);
  await leader.page.setViewportSize({ width: 1366, height: 768 });
  await leader.page.screenshot({ path: join(SCREENS, 'handover-dialog.png') });
  await dialog.getByRole('button', { name: words.submit }).click();
  const box = leader.page.getByRole('status', { name: words.panel });
  await expect(box.getByText(words.away('西塞山城管局'))).toBeVisible();
  await expect(box.getByText(REASON)).toBeVisible();
  await expect(leader.page.getByRole('list', { name: casesText.page.next }).getByRole('button')).toHaveCount(0);
  await expect(box).toBeInViewport();
  await expect(dialog).toHaveCount(0);
  await leader.shell.isInSync();
  await leader.page.screenshot({ path: join(SCREENS, 'handover-away.png') });
  await leader.close();

  const carrier = new HandoverCarrier(new ServerClient(hub.url.replace('//', `//carrier:${DEMO_PASSWORD}@`)));
  expect(await carrier.run(Date.now())).toMatchObject({ waiting: [], problems: [] });

  const receiver = await launchAs('receiver', { server: hub.url });
  await receiver.shell.isInSync();
  await receiver.shell.goTo('cases');
  await receiver.page.getByRole('link', { name: SHOP.name }).click();
  const come = receiver.page.getByRole('status', { name: words.panel });
  await expect(come.getByText(words.received('黄石港城管局'))).toBeVisible();
  await expect(new CasePage(receiver.page).next.getByRole('button').first()).toBeVisible();
  await expect(receiver.page.getByRole('list', { name: casesText.page.photos }).locator('img')).toBeVisible();
  await receiver.page.setViewportSize({ width: 1366, height: 768 });
  await receiver.page.screenshot({ path: join(SCREENS, 'handover-received.png') });
  await receiver.close();
  await hub.stop();
});
