import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { problemTexts } from '#renderer/app/language/zh/home.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { failWrites, holdWrites } from '../fixtures/storeFaults.ts';
import { DEMO_PASSWORD, launchAs, PEOPLE, relaunchAs } from '../fixtures/world.ts';
import { NewSitePage } from '../pages/NewSitePage.ts';
import { SignInPage } from '../pages/SignInPage.ts';
import { SitesPage } from '../pages/SitesPage.ts';
import { confirmSecond } from '../pages/secondOfficer.ts';

const SHOP = { operator: '示例经营者', address: '示例路 7 号', division: '黄石港区', street: '沈家营' } as const;
const CATALOGUE = resolve(import.meta.dirname, '../../resources/catalogue');
const CHECKLIST = 'checklists/menqian-sanbao.v1.json';

let hub: RunningHub;
test.beforeAll(async () => {
  hub = await startHub(freshFolder('hub'));
});
test.afterAll(() => hub.stop());

function alerts(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('alert');
}

test.describe('a catalogue file that cannot be read', () => {
  const damage = (folder: string): void => {
    writeFileSync(join(folder, CHECKLIST), Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x22]));
  };
  const aCatalogue = (): string => {
    const folder = freshFolder('catalogue');
    cpSync(CATALOGUE, folder, { recursive: true });
    return folder;
  };

  test('is named at start, and the last good version goes on working', async () => {
    const folder = aCatalogue();
    const options = { server: hub.url, env: { XUNZHI_CATALOGUE: folder } };
    const first = await launchAs('officer', options);
    await first.shell.isInSync();
    const form = await first.shell.newSite();
    await form.register({ ...SHOP, name: '示例目录店' });
    await expect(first.page.getByText(problemTexts.catalogue_unreadable.title(CHECKLIST))).toHaveCount(0);
    await first.close();

    damage(folder);
    const again = await relaunchAs('officer', { ...options, profile: first.profile });
    await again.shell.goTo('home');
    await expect(again.page.getByText(problemTexts.catalogue_unreadable.title(CHECKLIST))).toBeVisible();
    await expect(again.page.getByText(problemTexts.catalogue_unreadable.text)).toBeVisible();
    const inspection = await again.shell.startInspection('slmld', '示例目录店');
    await inspection.choose('X1', '餐饮');
    await inspection.passTheRest();
    await inspection.isSaved();
    await inspection.submit();
    await again.shell.isInSync();
    await again.close();
  });

  test('at the very first start is named, and the rest works', async () => {
    const folder = aCatalogue();
    for (const name of readdirSync(join(folder, 'checklists'))) rmSync(join(folder, 'checklists', name));
    damage(folder);
    const app = await launchAs('officer', { server: hub.url, env: { XUNZHI_CATALOGUE: folder } });
    await app.shell.goTo('home');
    await expect(app.page.getByText(problemTexts.catalogue_missing.title(CHECKLIST))).toBeVisible();
    await expect(app.page.getByText(problemTexts.catalogue_missing.text)).toBeVisible();
    const form = await app.shell.newSite();
    await form.register({ ...SHOP, name: '示例首次店' });
    await app.shell.goTo('inspections');
    await app.page.getByRole('button', { name: inspectionsText.start }).first().click();
    await expect(app.page.getByRole('dialog')).toContainText(inspectionsText.noChecklist);
    await app.close();
  });
});

test.describe('a write that goes wrong', () => {
  const faults = [
    ['fails', failWrites],
    ['never settles', holdWrites],
  ] as const;
  for (const [what, fault] of faults) {
    test(`and ${what} is refused with the reason; the form keeps its content`, async () => {
      const name = `示例写入店（${what}）`;
      const app = await launchAs('officer', { server: hub.url });
      await app.shell.isInSync();
      const form = await app.shell.newSite();
      await form.fill({ ...SHOP, name });
      const heal = await fault(app.page, 'events');
      const save = app.page.getByRole('button', { name: sites.save });
      await save.click();
      await expect(alerts(app.page)).toContainText(messageOf({ code: 'write_failed' }).what, { timeout: 40_000 });
      await expect(app.page.getByLabel(sites.name)).toHaveValue(name);
      await expect(app.page.getByLabel(sites.address)).toHaveValue(SHOP.address);
      await expect(app.page.getByRole('combobox', { name: sites.street })).toHaveValue(new RegExp(SHOP.street));
      await heal();
      await save.click();
      await expect(app.page.getByRole('heading', { name })).toBeVisible();
      await app.shell.isInSync();
      await app.kill();

      const again = await relaunchAs('officer', { profile: app.profile, server: hub.url });
      await again.shell.isInSync();
      await again.shell.goTo('sites');
      await expect(new SitesPage(again.page).site(name.slice(0, 5)).filter({ hasText: name })).toHaveCount(1);
      await again.close();
      expect((await shopsOnServer()).filter((shop) => shop === name)).toEqual([name]);
    });
  }
});

test('control characters and broken surrogates are cleaned in the field', async () => {
  const app = await launchAs('officer', { server: hub.url });
  await app.shell.isInSync();
  const form = await app.shell.newSite();
  await form.fill({ ...SHOP, name: '示例' });
  const name = app.page.getByLabel(sites.name);
  await typeCodes(name, [0x793a, 0x4f8b, 0x07, 0xd800, 0x6e05, 0xdc00, 0x6d01, 0xfeff, 0x5e97, 0x00]);
  await app.page.getByLabel(sites.address).focus();
  await expect(name).toHaveValue('示例清洁店');
  const phone = app.page.getByLabel(sites.phone);
  await typeCodes(phone, [0x30, 0x31, 0x1b, 0xd83d]);
  await app.page.getByRole('button', { name: sites.save }).click();
  await expect(app.page.getByRole('heading', { name: '示例清洁店' })).toBeVisible();
  await app.shell.isInSync();
  expect(await shopsOnServer()).toContain('示例清洁店');
  await app.close();
});

test('the wrong role: an assistant cannot open a case and is told so', async () => {
  const app = await launchAs('second', { server: hub.url });
  await app.shell.lock();
  const shell = await new SignInPage(app.page).signIn('wu.xie', DEMO_PASSWORD, '1357');
  await shell.isInSync();
  await shell.goTo('sites');
  await app.page.getByRole('link', { name: sites.register }).first().click();
  await new NewSitePage(app.page).register({ ...SHOP, name: '示例协管店' });
  const inspection = await shell.startInspection('slxgd', '示例协管店');
  await inspection.choose('X1', '餐饮');
  await inspection.answer('Z2', 'fail');
  await inspection.note('Z2', '门口堆放空箱（示例）');
  const photo = photoFile('门前.jpg');
  await inspection.addPhotos('Z2', [photo], 1);
  await inspection.passTheRest();
  await inspection.isSaved();
  await inspection.submit();
  await app.page.getByRole('link', { name: inspectionsText.view.openCase }).click();
  await confirmSecond(app.page, PEOPLE.second);
  await app.page.getByRole('button', { name: casesText.new.submit, exact: true }).click();
  await expect(alerts(app.page).last()).toContainText(messageOf({ code: 'role_forbidden' }).what);
  await shell.isInSync(); // the inspection itself is theirs to make
  await app.close();
});

/** Puts UTF-16 units into a field as a paste would, halves of pairs included, which no keyboard event carries. */
async function typeCodes(field: ReturnType<Page['getByLabel']>, codes: readonly number[]): Promise<void> {
  await field.focus();
  await field.evaluate((element, units) => {
    // The prototype's own setter, so that React takes it for typing.
    Reflect.set(HTMLInputElement.prototype, 'value', String.fromCharCode(...units), element);
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, codes);
}

async function shopsOnServer(): Promise<unknown[]> {
  const documents = await new ServerAccount(hub.url, 'carrier').documents('work-hsg');
  return documents.flatMap(({ type, data }) => (type === 'site.registered' ? [(data as { name: unknown }).name] : []));
}
