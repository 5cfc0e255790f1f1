import { expect, test, type Page } from '@playwright/test';

import { choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { fileStageWords } from '#renderer/app/language/zh/acts.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { moneyText } from '#renderer/app/language/zh/money.ts';
import { receiptImportText } from '#renderer/app/language/zh/receiptImport.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { openFile, type Filling } from '../pages/FilePage.ts';
import { MoneyPage } from '../pages/MoneyPage.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';
import type { Shell } from '../pages/Shell.ts';

const SHOP = {
  name: '示例五金店',
  operator: '示例经营者乙',
  address: '示例路 20 号',
  division: '黄石港区',
  street: '沈家营',
  uscc: '92420202MA0XXXX01J',
} as const;
const PHOTO = photoFile('占道.jpg');
const AFTER = photoFile('改正后.jpg', { tidy: true });
const labels = fileText.new;

const payment = (yuan: string, receipt: string, isCash = false): Filling => ({
  texts: { [fieldLabel('payment.entered', 'amountFen')]: yuan, [fieldLabel('', 'receipt')]: receipt },
  choices: {
    [fieldLabel('', 'way')]: choiceLabel('way', isCash ? 'cash' : 'bank'),
    ...(isCash ? { [fieldLabel('', 'cashGround')]: choiceLabel('cashGround', 'small') } : {}),
  },
});

const handedIn = (yuan: string, receipt: string): Filling => ({
  texts: { [fieldLabel('cash.handedIn', 'amountFen')]: yuan, [fieldLabel('', 'receipt')]: receipt },
});

test('on the spot, offline: from finding to decision on one page; the squad leader receives the report elsewhere', async () => {
  test.setTimeout(240_000);
  let hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  const { page } = officer;
  await (await officer.shell.newSite()).register(SHOP);
  await officer.shell.isInSync();
  await hub.stop();
  await officer.shell.isOffline();

  const form = await NewFilePage.from(page);
  await form.fill('spot', 'HW-13', PHOTO, { texts: { [labels.fine]: '50' } });
  await form.refuses(labels.decide, '未经法制人员核实', '行政处罚法 §38', PEOPLE.second);
  await form.choose('MQ-14', { [labels.fine]: '30000' });
  await form.refuses(labels.decide, '超出法定幅度', '行政处罚法 §34');
  await form.choose('MQ-14', { [labels.fine]: '300' });
  await form.refuses(labels.decide, '超过当场处罚的限额', '行政处罚法 §51');
  await form.choose('MQ-14', { [labels.fine]: '100' });
  const file = await form.submit(labels.decide);
  await file.isAt(fileStageWords.spot_issued.text);
  await page.getByRole('button', { name: '查看 PDF' }).first().click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await file.take('document.served:D21', {}, PEOPLE.second);
  await file.isAt(fileStageWords.spot_delivered.text);
  await officer.shell.isOffline();

  hub = await startHub(hub.data, { port: hub.port });
  await officer.shell.isInSync();
  const leader = await launchAs('leader', { server: hub.url });
  await leader.shell.isInSync();
  const theirs = await openFile(leader, SHOP.name);
  await theirs.take('case.acknowledged');
  await theirs.isAt(fileStageWords.reported.text);
  await leader.shell.isInSync();
  await file.isAt(fileStageWords.reported.text);
  await file.take(
    'case.rechecked:fixed',
    { photos: { [fieldLabel('case.rechecked', 'photos')]: AFTER } },
    PEOPLE.second,
  );

  // Closing waits for the money (行政处罚法 §66), whoever asks.
  await file.unfold();
  await expect(file.step('case.closed')).toContainText('罚款还没有缴清');
  await expect(file.step('case.closed')).toContainText('行政处罚法 §66');
  await officer.shell.isInSync();
  await leader.close();
  const clerk = await launchAs('clerk', { server: hub.url });
  await clerk.shell.isInSync();
  const desk = await openFile(clerk, SHOP.name);
  // A hundred yuan on the spot may be taken in cash (行政处罚法 §68).
  await desk.take('payment.entered', payment('60', '示例票据0001', true));
  await desk.isRefused('payment.entered', payment('40', '示例票据 0001'), '这张票据已经登记过', '行政处罚法 §70');
  await importsTheRest(clerk);
  await openFile(clerk, SHOP.name);
  for (const to of ['unit', 'bank'] as const) await desk.take(`cash.handedIn:${to}`, handedIn('60', `示例凭据${to}`));
  await desk.take('case.closed', { texts: { [fieldLabel('', 'text')]: '罚款已缴清，已改正，同意结案。' } });
  await desk.take('case.archived', {
    texts: { [fieldLabel('', 'pieces')]: '6', [fieldLabel('', 'pages')]: '12' },
    choices: { [fieldLabel('', 'retention')]: choiceLabel('retention', '30_years') },
  });
  await desk.isAt(fileStageWords.archived.text);
  await clerk.shell.isInSync();
  await file.isAt(fileStageWords.archived.text);

  const { payments } = await MoneyPage.from(clerk);
  await expect(payments).toHaveCount(2);
  await expect(payments.filter({ hasText: '示例票据0001' })).toContainText(moneyText.places.bank);
  await expect(payments.filter({ hasText: '示例票据0002' })).toContainText(moneyText.places.bank);
  await expect(clerk.page.getByText('100 元', { exact: true }).first()).toBeVisible();
  await clerk.close();
  await officer.close();
  await hub.stop();
});

/** The bank's table has the rest of the fine, a receipt that was entered by hand, and a number that nobody knows. */
async function importsTheRest(clerk: { readonly page: Page; readonly shell: Shell }): Promise<void> {
  const number = await clerk.page
    .getByText(/〔\d{4}〕\d+号/)
    .first()
    .innerText();
  const [decision = ''] = /\S+〔\d{4}〕\d+号/.exec(number) ?? [];
  const on = chinaDateOf(Date.now());
  const rows = [
    `${decision},${on},40.00,示例票据0002`,
    `${decision},${on},40,示例票据0001`,
    `示例号,${on},5,示例票据0003`,
  ];
  const money = await MoneyPage.from(clerk);
  await money.choose(Buffer.from(['决定书文号,缴款日期,金额,票据号', ...rows].join('\r\n')));
  await expect(money.row(2)).toContainText(receiptImportText.good);
  await expect(money.row(3)).toContainText('这张票据已经登记在');
  await expect(money.row(4)).toContainText('决定书文号“示例号”：没有找到');
  await money.import(1);
  await expect(money.payments).toHaveCount(2);
}
