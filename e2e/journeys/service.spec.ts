import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { ANNOUNCEMENT_GROUNDS } from '#shared/documents/serviceTitles.ts';
import { chinaDateOf, formatChinaDate } from '#shared/kernel/chinaTime.ts';
import { addCalendarDays, rollToWorkingDay } from '#shared/kernel/days.ts';

import { freshFolder } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { textOf } from '../fixtures/printedPage.ts';
import { launchPair, PEOPLE, type SignedIn } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { FilePage } from '../pages/FilePage.ts';
import { ServicePage } from '../pages/ServicePage.ts';

const SHOP = {
  name: '示例文具店',
  operator: '示例经营者丁',
  address: '示例路 40 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const PHOTO = photoFile('门前.jpg');
const SIGNED = photoFile('签名件.jpg', { tidy: true });
const E_ADDRESS = 'shili@example.com';
const REASON = '认为不是本店的物品，拒绝签收';
const WITNESS = '示例社区居委会张某（示例）';
/** The badge of a case whose period for correction runs. */
const PERIOD = /^期限 \d{4}-\d{2}-\d{2}$/u;
const words = casesText.actions;

let hub: RunningHub;
let officer: SignedIn;

// Everything here happens in the street: numbers are on the device, the server is away.
test.beforeAll(async () => {
  hub = await startHub(freshFolder('hub'));
  officer = await launchPair({ server: hub.url });
  await hub.stop();
  await officer.shell.isOffline();
});

test.afterAll(async () => {
  await officer.close();
  await hub.stop();
});

/** A case whose notice was issued; its number. */
async function issued(name: string, initials: string, uscc: string): Promise<string> {
  await findGoodsOutside(officer.shell, { ...SHOP, name, uscc }, PHOTO, initials);
  const opened = await CasePage.open(officer.page, PEOPLE.second);
  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  const number = await notice.issue(PEOPLE.second);
  await notice.toCase();
  return number;
}

/** Saves the first paper of that name and reads it with another program. */
async function readPaper(title: string): Promise<string> {
  const file = join(freshFolder('paper'), 'paper.pdf');
  await answerSaveDialog(officer.app, file);
  await new FilePage(officer.page).savePaper(title);
  return textOf(file).words;
}

test('refused by the party: left with a witness, proven by the receipt, and the period runs', async () => {
  test.setTimeout(240_000);
  const { page } = officer;
  const number = await issued(SHOP.name, 'slwjd', '92420202MA0XXXX11J');
  const service = new ServicePage(page);
  const opened = new CasePage(page);
  await service.begin('left');
  await service.fill({}, PEOPLE.second);
  await service.isRefused(words.reasonMissing, words.witnessOrPhotos);
  await service.fill({ texts: { [words.refusalReason]: REASON } }, PEOPLE.second);
  await service.isRefused(words.witnessOrPhotos);
  await expect(opened.documents).toContainText(casesText.page.notServed);
  await expect(page.getByText(PERIOD)).toHaveCount(0);

  await service.fill({ texts: { [words.witness]: WITNESS } }, PEOPLE.second);
  await service.submit();
  await expect(opened.documents).toContainText('留置送达');
  await expect(page.getByText(PERIOD).first()).toBeVisible();
  const receipt = await readPaper('送达回证');
  for (const part of ['留置送达', REASON, WITNESS, number, SHOP.name, PEOPLE.officer.name, PEOPLE.second.name])
    expect(receipt).toContain(part.replaceAll(/\s+/gu, ''));
  expect(receipt).not.toContain('收件人签名');

  await expect(service.missingReceipts).toContainText('责令限期改正通知书');
  await service.scan('送达回证', SIGNED);
  await expect(service.missingReceipts).toHaveCount(0);
});

test('by e-mail: refused without a signed confirmation of this very address, and served with it', async () => {
  test.setTimeout(240_000);
  const { page } = officer;
  await issued('示例茶庄', 'slcz', '92420202MA0XXXX12J');
  const service = new ServicePage(page);
  const mail = {
    texts: { [fieldLabel('document.served', 'eAddress')]: E_ADDRESS },
    photos: { [fieldLabel('document.served', 'photos')]: PHOTO },
  };
  const refusal = messageOf({ code: 'no_electronic_consent' });
  await service.begin('electronic');
  await service.fill(mail, PEOPLE.second);
  await service.isRefused(refusal.what, refusal.todo);
  await page.keyboard.press('Escape');

  await service.confirmAddress(E_ADDRESS, PEOPLE.second);
  const confirmation = await readPaper('送达地址确认书');
  for (const part of [E_ADDRESS, '电子送达同意']) expect(confirmation).toContain(part);
  await service.begin('electronic');
  await service.fill(mail, PEOPLE.second);
  await service.isRefused(refusal.what); // agreed to, and not signed yet
  await page.keyboard.press('Escape');

  await service.scan('送达地址确认书', SIGNED);
  await service.begin('electronic');
  await service.fill(mail, PEOPLE.second);
  await service.submit();
  await expect(new CasePage(page).documents).toContainText('电子送达');
});

test('by announcement: with its ground and what was tried, and it counts after thirty days', async () => {
  test.setTimeout(240_000);
  const { page } = officer;
  await issued('示例花店', 'slhd', '92420202MA0XXXX13J');
  const service = new ServicePage(page);
  expect(await readPaper('送达公告')).toContain('□受送达人下落不明');
  await service.begin('announcement');
  await service.fill({}, PEOPLE.second);
  await service.isRefused(fieldLabel('document.served', 'ground'), fieldLabel('document.served', 'tried'));
  await service.fill(
    {
      picks: { [fieldLabel('document.served', 'ground')]: ANNOUNCEMENT_GROUNDS.others_failed },
      texts: { [fieldLabel('document.served', 'tried')]: '直接送达两次无人，邮寄被退回' },
      photos: { [fieldLabel('document.served', 'photos')]: PHOTO },
    },
    PEOPLE.second,
  );
  await service.submit();
  const servedOn = rollToWorkingDay(addCalendarDays(chinaDateOf(Date.now()), 30));
  await expect(new CasePage(page).documents).toContainText(`满三十日后于${formatChinaDate(servedOn)}视为送达`);
  const notice = await readPaper('送达公告');
  expect(notice).toContain('因用其他方式无法送达，依照');
  expect(notice).not.toContain('下落不明');
});

test('handed over: what the receiver writes on the screen is printed as an aid, over the line to sign', async () => {
  test.setTimeout(240_000);
  await issued('示例粮油店', 'sllyd', '92420202MA0XXXX14J');
  const service = new ServicePage(officer.page);
  await service.begin('direct');
  await service.draw();
  await service.fill({}, PEOPLE.second);
  await service.submit();
  const receipt = await readPaper('送达回证');
  for (const part of ['屏幕签名（辅助）', '以纸面签名为准', '收件人签名或者盖章']) expect(receipt).toContain(part);
});
