import { expect, test, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { nav } from '#renderer/app/language/zh/common.ts';
import { documentsText } from '#renderer/app/language/zh/documents.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { kit } from '#renderer/components/text.ts';

import { freshFolder, launchApp } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { DEMO_PASSWORD, PEOPLE } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { Shell } from '../pages/Shell.ts';

const SHOP = '示例键盘小店';
const PHOTO = photoFile('门前.jpg');
const FAILED = 'Z2';
const NOTED = 'H1';
/** More stops than any screen has; reaching it means there is no way by keyboard. */
const STOPS = 120;

type Role = Parameters<Page['getByRole']>[0];

/** Presses Tab until the control with that role and name has the focus. */
async function tabTo(page: Page, role: Role, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  await expect(target.first()).toBeVisible();
  const focused = target.and(page.locator(':focus'));
  for (let stop = 0; stop <= STOPS; stop += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(STOPS)} times ${key} did not lead to ${role} "${name}"`);
}

/** Goes to a control and presses it. */
async function press(page: Page, role: Role, name: string): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types, in place of what it holds. */
async function type(page: Page, label: string, text: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, 'textbox', label, key);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Opens the list of a picker and moves to the option with the arrows. */
async function pick(page: Page, label: string, option: RegExp): Promise<void> {
  await tabTo(page, 'combobox', label);
  await page.keyboard.press('Enter');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  const active = page.locator('[role="option"][data-combobox-selected]');
  for (let step = 0; step <= STOPS; step += 1) {
    if ((await active.count()) > 0 && option.test((await active.textContent()) ?? '')) {
      await page.keyboard.press('Enter');
      await expect(options).toHaveCount(0);
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows did not lead to ${String(option)}`);
}

/** The PIN field is a password field and has no role: it stands right after what was filled before it. */
async function typePin(page: Page, label: string, pin: string): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(label, { exact: true })).toBeFocused();
  await page.keyboard.type(pin);
}

async function confirmSecond(page: Page): Promise<void> {
  await pick(page, kit.secondPerson, new RegExp(PEOPLE.second.name));
  await typePin(page, kit.secondPin, PEOPLE.second.pin);
}

async function signIn(page: Page, person: keyof typeof PEOPLE): Promise<void> {
  const { user, pin } = PEOPLE[person];
  await page.keyboard.type(user);
  await typePin(page, signin.password, DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(signin.newPin, { exact: true })).toBeFocused();
  await page.keyboard.type(pin);
  await typePin(page, signin.repeatPin, pin);
  await page.keyboard.press('Enter');
  await new Shell(page).isShown();
}

async function signInPair(page: Page): Promise<void> {
  await expect(page.getByLabel(signin.user)).toBeFocused();
  await signIn(page, 'second');
  await press(page, 'button', nav.lock);
  await expect(page.getByLabel(signin.pin, { exact: true })).toBeFocused();
  await press(page, 'button', signin.usePassword);
  // The last account stands in its field already, so the password has the focus.
  await expect(page.getByLabel(signin.password, { exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await signIn(page, 'officer');

  await press(page, 'button', nav.lock);
  await tabTo(page, 'radio', PEOPLE.officer.name, 'Shift+Tab');
  await page.keyboard.press('Space');
  while ((await page.getByLabel(signin.pin, { exact: true }).and(page.locator(':focus')).count()) === 0)
    await page.keyboard.press('Tab');
  await page.keyboard.type(PEOPLE.officer.pin);
  await page.keyboard.press('Enter');
  const shell = new Shell(page);
  await shell.isShown();
  await shell.isInSync();
}

async function registerShop(page: Page): Promise<void> {
  await press(page, 'link', nav.sites);
  await press(page, 'link', '登记商户');
  await type(page, sites.name, SHOP);
  await type(page, sites.operator, '示例经营者乙');
  await pick(page, sites.division, /黄石港区/);
  await pick(page, sites.street, /沈家营/);
  await type(page, sites.address, '示例路 9 号');
  await press(page, 'button', sites.save);
  await expect(page.getByRole('heading', { name: SHOP })).toBeVisible();
}

/** Walks through the checklist as Tab leads; digits answer. */
async function inspect(page: Page): Promise<void> {
  const form = inspectionsText.form;
  await press(page, 'button', inspectionsText.start);
  const submit = page.getByRole('button', { name: form.submit });
  await expect(submit).toBeVisible();
  const done = new Set<string>();
  for (let stop = 0; (await submit.and(page.locator(':focus')).count()) === 0; stop += 1) {
    expect(stop, 'Tab leads through the whole form').toBeLessThan(2 * STOPS);
    await page.keyboard.press('Tab');
    const group = await page.evaluate(() => document.activeElement?.closest('[role="radiogroup"]')?.ariaLabel ?? '');
    const code = /^([A-Z]\d+) /.exec(group)?.[1];
    if (code === undefined || done.has(code)) continue;
    done.add(code);
    await page.keyboard.press(code === FAILED ? '2' : '1');
    if (code === NOTED) {
      await press(page, 'button', `${NOTED} ${form.addNote}`);
      await expect(page.getByRole('textbox', { name: `${NOTED} ${form.note}` })).toBeFocused();
      await page.keyboard.insertText('已提醒');
    }
    if (code !== FAILED) continue;
    await type(page, `${FAILED} ${form.note}`, '门口两侧堆放空箱');
    const item = page.getByRole('article').filter({ has: page.getByText(FAILED, { exact: true }) });
    await tabTo(page, 'button', '添加照片');
    await item.locator('input[type="file"]').setInputFiles([PHOTO]);
    await expect(item.locator('li img')).toHaveCount(1);
  }
  expect(done.size).toBeGreaterThan(15);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^检查记录/ })).toBeVisible();
}

async function openCase(page: Page): Promise<CasePage> {
  await press(page, 'link', inspectionsText.view.openCase);
  await confirmSecond(page);
  await press(page, 'button', casesText.new.submit);
  const opened = new CasePage(page);
  await expect(opened.next).toBeVisible();
  return opened;
}

async function issue(page: Page): Promise<void> {
  await press(page, 'link', casesText.page.steps['issueNotice'] ?? '');
  await type(page, documentsText.contact, '0714-0000000');
  await confirmSecond(page);
  await press(page, 'button', documentsText.issue);
  await expect(page.getByText(/^编号 /)).toBeVisible({ timeout: 30_000 });
  await press(page, 'link', documentsText.toCase);
}

test('the whole way of a case without a mouse', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const app = await launchApp({ server: hub.url });
  const { page } = app;
  await signInPair(page);
  await registerShop(page);
  await inspect(page);
  const opened = await openCase(page);
  await issue(page);

  const serve = casesText.page.steps['serveNotice'] ?? '';
  await press(page, 'button', serve);
  const dialog = page.getByRole('dialog');
  // A dialog begins at its first choice, not at the button that closes it; Escape closes it and gives the focus back.
  await expect(dialog.getByRole('radio', { name: casesText.actions.direct, exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: serve })).toBeFocused();
  await page.keyboard.press('Enter');
  await confirmSecond(page);
  await press(page, 'button', casesText.actions.serveSubmit);
  await expect(dialog).toHaveCount(0);
  await expect(opened.documents).toContainText('送达，签收人');
  await new Shell(page).isInSync();
  await app.close();
  await hub.stop();
});
