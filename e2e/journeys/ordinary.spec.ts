import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { actForm, choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { fileStageWords } from '#renderer/app/language/zh/acts.ts';
import { nav } from '#renderer/app/language/zh/common.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { registerText } from '#renderer/app/language/zh/register.ts';
import { readZip } from '#shared/documents/dossier/zip.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import { freshFolder, type RunningApp } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub } from '../fixtures/hub.ts';
import { Office } from '../fixtures/office.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import type { FilePage, Filling } from '../pages/FilePage.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';

const SHOP = {
  name: '示例建材行',
  operator: '示例经营者丙',
  address: '示例路 30 号',
  division: '黄石港区',
  street: '沈家营',
  uscc: '92420202MA0XXXX01J',
} as const;
const PHOTO = photoFile('现场.jpg');
const SHEET = photoFile('放弃书.jpg', { tidy: true });

function text(words: string, more: Filling = {}, type = ''): Filling {
  return { ...more, texts: { [fieldLabel(type, 'text')]: words, ...more.texts } };
}

function paper(words: string, more: Filling = {}): Filling {
  return text(words, more, 'document.issued');
}

test('the ordinary procedure: a clue offline, filed, investigated, reviewed, notified, decided, paid, archived', async () => {
  test.setTimeout(420_000);
  let hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  const { page } = officer;
  await (await officer.shell.newSite()).register(SHOP);
  await officer.shell.isInSync();
  await hub.stop();
  await officer.shell.isOffline();
  const form = await NewFilePage.from(page);
  await form.fill('ordinary', 'MQ-14', PHOTO);
  const file = await form.submit(fileText.new.submit, PEOPLE.second);
  await file.isAt(fileStageWords.clue.text);
  hub = await startHub(hub.data, { port: hub.port });
  await officer.shell.isInSync();

  // The office: one machine, one person after another.
  const office = new Office(await launchAs('leader', { server: hub.url }), 'leader', SHOP.name);
  await office.app.shell.isInSync();
  let desk = await office.file();
  await desk.take('case.assigned', { picks: twoOfficers() });
  await desk.isAt(fileStageWords.verifying.text);
  desk = await office.changeTo('head');
  await refusesTimeBarred(desk);
  await desk.take('case.filed', { dates: { [fieldLabel('', 'actEndedOn')]: '' }, more: true });
  await desk.isAt(fileStageWords.filed.text);
  await expect(desk.clocks).toContainText(fileText.clocks.names.decide);
  await office.app.shell.isInSync();

  await file.isAt(fileStageWords.filed.text);
  await file.take('record.made:site', record('门前人行道堆放建材，占用道路约4平方米。'), PEOPLE.second);
  await file.unfold();
  await expect(file.step('case.investigated')).toContainText('行政处罚法 §40');
  await expect(file.step('case.investigated')).toContainText('行政处罚法 §55');
  await file.take('party.identified', {}, PEOPLE.second);
  await file.take('record.made:inquiry', record('问：是否办理占道手续？答：没有。'), PEOPLE.second);
  await file.take(
    'case.investigated',
    text('事实清楚，建议处罚。', {
      texts: {
        [fieldLabel('', 'fineFen')]: '2000',
        [fieldLabel('', 'reasons')]: '占用面积小，能够配合调查。',
      },
    }),
    PEOPLE.second,
  );
  await file.isAt(fileStageWords.investigated.text);
  await officer.shell.isInSync();

  desk = await office.changeTo('leader');
  await desk.take('case.submitted');
  desk = await office.changeTo('reviewer');
  await desk.take('case.reviewed:pass', text('事实清楚，程序合法，同意。', { ticks: [fieldLabel('', 'qualified')] }));
  desk = await office.changeTo('brigadeLeader');
  await desk.take('case.approved:notice');
  await desk.isAt(fileStageWords.notice_approved.text);
  await office.app.shell.isInSync();

  await file.isAt(fileStageWords.notice_approved.text);
  await file.take(
    'document.issued:D17',
    paper('拟给予上述处罚。', { texts: { [fieldLabel('', 'hearingFromFen')]: '10000' } }),
    PEOPLE.second,
  );
  await file.take('document.served:D17', {}, PEOPLE.second);
  await file.unfold();
  await expect(file.step('case.brought')).toContainText('行政处罚法 §44');
  await file.take(
    'statement.waived:statement',
    { photos: { [fieldLabel('statement.waived', 'photos')]: SHEET } },
    PEOPLE.second,
  );
  await file.take('case.brought');
  await file.isAt(fileStageWords.deliberation.text);
  await officer.shell.isInSync();

  desk = await office.changeTo('head');
  await refusesMoreThanNotified(desk);
  await desk.take(
    'case.decided',
    text('同意按告知的内容处罚。', { texts: { [fieldLabel('', 'fineFen')]: '2000' } }, 'case.decided'),
  );
  await desk.isAt(fileStageWords.decided.text);
  await office.app.shell.isInSync();
  await file.isAt(fileStageWords.decided.text);
  await file.unfold();
  await expect(file.step('document.served:D22')).toContainText('民事诉讼法 §87');
  await file.take('document.issued:D22', paper('当事人放弃陈述申辩，裁量适当。'), PEOPLE.second);
  await file.take('document.served:D22', {}, PEOPLE.second);
  await file.isAt(fileStageWords.served.text);
  await expect(file.clocks).toContainText(fileText.clocks.names.pay);
  await file.take('case.rechecked:fixed', { photos: { [fieldLabel('', 'photos')]: SHEET } }, PEOPLE.second);
  await officer.shell.isInSync();

  desk = await office.changeTo('head');
  await approvesInstalments(desk);
  desk = await office.changeTo('clerk');
  await findsNumbers(office.app);
  const inCash = {
    texts: { [fieldLabel('payment.entered', 'amountFen')]: '2000', [fieldLabel('', 'receipt')]: '示例票据0002' },
    choices: {
      [fieldLabel('', 'way')]: choiceLabel('way', 'cash'),
      [fieldLabel('', 'cashGround')]: choiceLabel('cashGround', 'small'),
    },
  };
  await desk.isRefused('payment.entered', inCash, '不符合当场收缴罚款的条件', '行政处罚法 §68');
  await desk.take('payment.entered', {
    texts: { [fieldLabel('payment.entered', 'amountFen')]: '2000', [fieldLabel('', 'receipt')]: '示例票据0002' },
    choices: { [fieldLabel('', 'way')]: choiceLabel('way', 'bank') },
  });
  await desk.take('case.closed', text('已缴清并改正，同意结案。'));
  await desk.take('case.archived', {
    texts: { [fieldLabel('', 'pieces')]: '12', [fieldLabel('', 'pages')]: '26' },
    choices: { [fieldLabel('', 'retention')]: choiceLabel('retention', '30_years') },
  });
  await desk.isAt(fileStageWords.archived.text);
  await office.app.shell.isInSync();
  await file.isAt(fileStageWords.archived.text);
  await savesPapers(officer, file);
  await exportsDossier(officer, file);
  await office.app.close();
  await officer.close();
  await hub.stop();
});

/** 分期缴纳: a list that does not make up the fine is refused with both sums; the sound one shows as a period (行政处罚法 §66). */
async function approvesInstalments(desk: FilePage): Promise<void> {
  const label = fieldLabel('case.approved', 'instalments');
  const dialog = await desk.begin('case.approved:defer');
  for (const [index, [yuan, on]] of [
    ['500', '2099-03-02'],
    ['1000', '2099-04-01'],
  ].entries()) {
    await dialog.getByRole('button', { name: actForm.addRow(label) }).click();
    const row = dialog.getByRole('group', { name: `${label} ${String(index + 1)}`, exact: true });
    await row.getByLabel(fieldLabel('case.approved', 'amountFen')).fill(yuan ?? '');
    const day = row.getByLabel(fieldLabel('case.approved', 'dueOn'));
    await day.fill(on ?? '');
    await day.press('Tab');
  }
  await dialog.getByRole('button', { name: actForm.submit, exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('合计 1,500 元，尚未缴纳 2,000 元');
  const first = dialog.getByRole('group', { name: `${label} 1`, exact: true });
  await first.getByLabel(fieldLabel('case.approved', 'amountFen')).fill('1000');
  await dialog.getByRole('button', { name: actForm.submit, exact: true }).click();
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.clocks).toContainText('第 1 期（共 2 期），1,000 元');
}

/** 文号登记簿: the number of the decision leads to its case, and the rest of the block is explained. */
async function findsNumbers({ page }: Pick<RunningApp, 'page'>): Promise<void> {
  await page.getByRole('link', { name: nav.cases, exact: true }).click();
  await page.getByRole('link', { name: registerText.open }).click();
  await page.getByRole('combobox', { name: registerText.series }).click();
  await page.getByRole('option', { name: new RegExp(`^${DOCUMENT_TITLES.D22}`) }).click();
  const lines = page.getByRole('list', { name: registerText.lines });
  const used = lines.getByRole('listitem').filter({ hasText: SHOP.name });
  await expect(used).toContainText(/罚决字〔\d{4}〕\d+号/);
  await expect(used).toContainText(registerText.used);
  await expect(lines.getByRole('listitem').filter({ hasText: registerText.free }).first()).toContainText('号段');
  await used.getByRole('link').click();
}

/** What the archive needs on paper, read back by another program: proof of service, minutes, approval. */
async function savesPapers({ app }: Pick<RunningApp, 'app'>, file: FilePage): Promise<void> {
  const saved = join(freshFolder('papers'), '用纸.pdf');
  await answerSaveDialog(app, saved);
  const says: readonly (readonly [string, readonly string[]])[] = [
    ['送达回证', ['行政处罚事先告知书', '直接送达', PEOPLE.officer.name, PEOPLE.second.name, SHOP.name]],
    ['现场检查（勘验）笔录', ['出示执法证件', '当事人或者在场人签名', SHOP.operator]],
    ['现场照片（图片、影像）证据', ['内容（证明对象）', '与原件核对无误', PEOPLE.officer.name]],
    ['结案审批表', ['罚款人民币2000元', '示例票据0002', '已缴清并改正，同意结案。', PEOPLE.clerk.name]],
  ];
  for (const [title, words] of says) {
    await file.savePaper(title);
    const text = execFileSync('pdftotext', ['-layout', saved, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
    for (const word of [title, ...words]) expect(text).toContain(word.replaceAll(/\s+/g, ''));
  }
}

/** The dossier is proved without the app; with one byte changed it is not, and the photo that was changed is named. */
async function exportsDossier({ app }: Pick<RunningApp, 'app'>, file: FilePage): Promise<void> {
  const saved = join(freshFolder('dossier'), '案卷.zip');
  await answerSaveDialog(app, saved);
  await file.exportDossier();
  const genuine = verify(saved);
  expect(genuine).toMatchObject({ status: 0 });
  expect(genuine.stdout).toContain('结论：真实');
  const bytes = readFileSync(saved);
  const photo = readZip(bytes).files.find(({ name }) => name.startsWith('photos/'))?.bytes;
  photo?.set([(photo[0] ?? 0) ^ 1]);
  writeFileSync(saved, bytes);
  const altered = verify(saved);
  expect(altered).toMatchObject({ status: 1 });
  expect(altered.stdout).toContain('原始照片被改动');
}

function verify(path: string): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', path], { encoding: 'utf8' });
}

function twoOfficers(): Readonly<Record<string, string>> {
  const label = fieldLabel('', 'officers');
  return { [`${label} 1`]: '陈伟', [`${label} 2`]: '林芳' };
}

function record(words: string): Filling {
  return { texts: { [fieldLabel('record.made', 'text')]: words } };
}

/** Two years after its end an act is punished no more (行政处罚法 §36). */
async function refusesTimeBarred(file: FilePage): Promise<void> {
  const filling = text('有初步证据，属本机关管辖，同意立案。', {
    dates: { [fieldLabel('', 'actEndedOn')]: '2020-01-01' },
    more: true,
  });
  await file.isRefused('case.filed', filling, '超过处罚时效', '行政处罚法 §36');
}

/** No more than what was notified (行政处罚法 §45). */
async function refusesMoreThanNotified(file: FilePage): Promise<void> {
  const texts = { [fieldLabel('', 'reasons')]: '同意承办人意见。', [fieldLabel('', 'fineFen')]: '3000' };
  const filling = text('从重处罚。', { texts }, 'case.decided');
  await file.isRefused('case.decided', filling, '处罚重于事先告知的内容', '行政处罚法 §45');
}
