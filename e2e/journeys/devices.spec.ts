import { resolve } from 'node:path';

import { expect, test } from '@playwright/test';

import { devicesText, shortDevice } from '#renderer/app/language/zh/devices.ts';
import { documentsText } from '#renderer/app/language/zh/documents.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { DevicesPage } from '../pages/DevicesPage.ts';

const PHOTO = photoFile('门前.jpg');
const SCREENS = resolve(import.meta.dirname, '../../docs/screens');

/** The demo approves by itself; a real bureau does not. */
async function approveByHand(hub: RunningHub): Promise<void> {
  const admin = new ServerAccount(hub.url, 'admin');
  const card = (await admin.request('GET', '/bureau/org:hsg')) as object;
  await admin.request('PUT', '/bureau/org:hsg', { ...card, approveDevices: 'manual' });
  const lists = (await admin.request('GET', '/numbers/_security')) as object;
  await admin.request('PUT', '/numbers/_security', { ...lists, automatic_orgs: [] });
}

test('a new device works without numbers until an administrator approves it, and is locked out when revoked', async () => {
  test.setTimeout(300_000);
  const hub = await startHub(freshFolder('hub'));
  await approveByHand(hub);
  const officer = await launchPair({ server: hub.url });
  await officer.shell.goTo('sync');
  const device = await officer.page.getByText(/^[0-9a-f]{8}-[0-9a-f]{4}-/).innerText();
  await officer.shell.goTo('home');
  await expect(officer.page.getByText(devicesText.waitTitle)).toBeVisible();
  await expect(officer.page.getByText(shortDevice(device))).toBeVisible();

  const site = await officer.shell.newSite();
  await site.register({
    name: '示例待批店',
    operator: '示例经营者',
    address: '示例路 9 号',
    division: '黄石港区',
    street: '沈家营',
  });
  const form = await officer.shell.startInspection('sldpd', '示例待批店');
  await form.choose('X1', '餐饮');
  await form.answer('Z2', 'fail');
  await form.note('Z2', '门口两侧堆放空箱（示例）');
  await form.addPhotos('Z2', [PHOTO], 1);
  await form.passTheRest();
  await form.isSaved();
  await form.submit();
  const opened = await CasePage.open(officer.page, PEOPLE.second);
  await officer.shell.isInSync();
  const notice = await opened.prepareNotice();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  await expect(officer.page.getByRole('heading', { name: devicesText.waitTitle })).toBeVisible();
  await expect(officer.page.getByRole('button', { name: documentsText.issue, exact: true })).toBeDisabled();
  await officer.page.getByRole('heading', { name: devicesText.waitTitle }).scrollIntoViewIfNeeded();
  await officer.page.screenshot({ path: `${SCREENS}/device-waiting.png` });

  const admin = await launchAs('admin', { server: hub.url });
  await admin.shell.goTo('devices');
  const devices = new DevicesPage(admin.page);
  await devices.stands(device, 'requested');
  await expect(devices.line(device)).toContainText(PEOPLE.officer.name);
  await admin.page.screenshot({ path: `${SCREENS}/devices.png` });
  await devices.approve(device);

  await expect(officer.page.getByRole('heading', { name: devicesText.waitTitle })).toHaveCount(0, { timeout: 40_000 });
  await expect(officer.page.getByText(documentsText.numbersLeft(50))).toBeVisible({ timeout: 40_000 });
  expect(await notice.issue(PEOPLE.second)).toMatch(/〔\d{4}〕1号$/);
  await notice.toCase();
  await officer.shell.isInSync();

  await devices.revoke(device, '遗失（示例）');
  await officer.shell.goTo('home');
  await expect(officer.page.getByText(devicesText.lockedTitle)).toBeVisible({ timeout: 40_000 });
  await expect(officer.page.getByText('遗失（示例）')).toBeVisible();
  await officer.close();
  await admin.close();
  await hub.stop();
});
