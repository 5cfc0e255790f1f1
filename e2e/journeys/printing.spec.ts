import { expect, test, type Page } from '@playwright/test';

import { fileStageWords } from '#renderer/app/language/zh/acts.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { printFailures, printingText as words } from '#renderer/app/language/zh/printing.ts';
import { registerText } from '#renderer/app/language/zh/register.ts';
import { LOOSE_PAPERS } from '#shared/documents/papers/loose.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { CupsQueue, whyNoPrinter } from '../fixtures/cups.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { codeOn, textOf } from '../fixtures/printedPage.ts';
import { command, dataWorkerOf } from '../fixtures/workerCommands.ts';
import { launchAs, launchPair, PEOPLE, relaunchAs, type SignedIn } from '../fixtures/world.ts';
import { openFile, type FilePage } from '../pages/FilePage.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';
import { Printing } from '../pages/Printing.ts';

const SHOP = {
  name: '示例五金店',
  operator: '示例经营者乙',
  address: '示例路 20 号',
  division: '黄石港区',
  street: '沈家营',
  uscc: '92420202MA0XXXX01J',
} as const;
const BATCH = 20;
const PHOTO = photoFile('占道.jpg');
const labels = fileText.new;

const noPrinter = whyNoPrinter();
test.skip(noPrinter !== undefined, noPrinter ?? '');

let hub: RunningHub;
let queue: CupsQueue;

test.beforeEach(async () => {
  hub = await startHub(freshFolder('hub'));
  queue = await CupsQueue.start();
});

test.afterEach(async () => {
  await queue.stop();
  await hub.stop();
});

/** A pair in the street without network, and its decision on the spot; the page shows its file. */
async function decidedOffline(): Promise<{ readonly officer: SignedIn; readonly file: FilePage }> {
  const officer = await launchPair({ server: hub.url, env: queue.env });
  await (await officer.shell.newSite()).register(SHOP);
  await officer.shell.isInSync();
  await hub.stop();
  await officer.shell.isOffline();
  const form = await NewFilePage.from(officer.page);
  await form.fill('spot', 'MQ-14', PHOTO, { texts: { [labels.fine]: '100' } });
  const file = await form.submit(labels.decide, PEOPLE.second);
  await file.isAt(fileStageWords.spot_issued.text);
  return { officer, file };
}

async function numberOn(page: Page): Promise<string> {
  const text = await page
    .getByText(/^编号 /u)
    .first()
    .innerText();
  return text.replace(/^编号 /u, '');
}

test('on the spot, offline: from the finding to the printed page; the print is known elsewhere later', async () => {
  test.setTimeout(300_000);
  const { officer, file } = await decidedOffline();
  const { page } = officer;
  const number = await numberOn(page);
  const printing = new Printing(page);
  await printing.openFirst();
  await withAxe(page);
  await expectAccessible(page, 'print form');
  await expect(printing.dialog.getByRole('combobox', { name: words.printer })).toHaveValue(`${queue.label}（就绪）`);
  await printing.dialog.getByRole('button', { name: /：多一份$/u }).click();
  await printing.print();
  await printing.allAre('done', 1);
  await expectAccessible(page, 'print jobs');
  await printing.finish();

  const [sheet, ...more] = queue.printed();
  expect(more).toEqual([]);
  const taken = textOf(queue.taken(sheet?.job ?? 0));
  for (const said of [number, SHOP.operator, DOCUMENT_TITLES.D21])
    expect(taken.words).toContain(said.replaceAll(' ', ''));
  // The virtual printer turns letters into glyphs; pages and code are what a person sees and a telephone reads.
  expect(textOf(sheet?.path ?? '').pages).toBe(2 * taken.pages);
  expect(codeOn(sheet?.path ?? '').split('|')).toContain(number);

  await officer.shell.isOffline();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^已打印 2 份，最近 /u)).toBeVisible();
  await file.isAt(fileStageWords.spot_issued.text);

  hub = await startHub(hub.data, { port: hub.port });
  await officer.shell.isInSync();
  const leader = await launchAs('leader', { server: hub.url });
  await leader.shell.isInSync();
  await openFile(leader, SHOP.name);
  await expect(leader.page.getByText(/^已打印 2 份，最近 /u)).toBeVisible();
  await leader.close();
  await officer.close();
});

test('on the spot, offline, on a strip from a roll: the words of the A4, and the code is read', async () => {
  test.setTimeout(300_000);
  const { officer } = await decidedOffline();
  const { page } = officer;
  const number = await numberOn(page);
  const printing = new Printing(page);
  await printing.openFirst();
  await printing.dialog.getByText(words.medium.roll80, { exact: true }).click();
  await expect(printing.thumb(1).locator('canvas')).toBeVisible({ timeout: 30_000 });
  await expect(printing.thumb(2)).toHaveCount(0);
  await withAxe(page);
  await expectAccessible(page, 'print form, small paper');
  await page.screenshot({ path: test.info().outputPath('roll.png') });
  await printing.print();
  await printing.allAre('done', 1);
  await expect(printing.jobs.getByText(words.medium.roll80)).toBeVisible();
  const [sheet] = queue.printed();
  const taken = queue.taken(sheet?.job ?? 0);
  for (const said of [number, SHOP.name, DOCUMENT_TITLES.D21]) expect(textOf(taken).words).toContain(said);
  expect(textOf(taken).pages).toBe(1);
  expect(codeOn(taken).split('|')).toContain(number);
  expect(codeOn(sheet?.path ?? '').split('|')).toContain(number);
  await officer.shell.isOffline();
  await officer.close();
});

test('整改告知单 of an inspection, offline, on a strip from a roll: every word, and a code that names no number', async () => {
  test.setTimeout(300_000);
  const officer = await launchPair({ server: hub.url, env: queue.env });
  await hub.stop();
  const { page } = officer;
  await officer.shell.isOffline();
  await findGoodsOutside(officer.shell, SHOP, PHOTO, 'slwjd');
  const printing = new Printing(page);
  await page.getByRole('button', { name: inspectionsText.view.notice }).click();
  await printing.dialog.getByRole('button', { name: casesText.page.print, exact: true }).click({ timeout: 30_000 });
  await printing.dialog.getByText(words.medium.roll80, { exact: true }).click();
  await expect(printing.thumb(1).locator('canvas')).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: test.info().outputPath('told-roll.png') });
  await printing.print();
  await printing.allAre('done', 1);
  const [sheet] = queue.printed();
  const taken = textOf(queue.taken(sheet?.job ?? 0));
  expect(taken.pages).toBe(1);
  for (const said of [LOOSE_PAPERS.D38.title, SHOP.name, '不是行政处罚', '检查照片', '存根'])
    expect(taken.words).toContain(said);
  expect(codeOn(sheet?.path ?? '').split('|')).toContain('D38');
  await officer.close();
});

test('a batch of twenty documents of twenty cases, with copies for each', async () => {
  test.setTimeout(600_000);
  const officer = await launchPair({ server: hub.url, env: queue.env });
  const numbers = await twentyNotices(officer.page);
  const { page } = officer;
  await officer.shell.goTo('cases');
  await page.getByRole('link', { name: registerText.open }).click();
  await page.getByRole('combobox', { name: registerText.series }).click();
  await page.getByRole('option', { name: new RegExp(`^${DOCUMENT_TITLES.D07} `, 'u') }).click();
  for (const number of numbers) await page.getByRole('checkbox', { name: words.choose(number) }).check();
  await page.getByRole('checkbox', { name: words.choose(numbers[0] ?? '') }).uncheck();
  await page.getByRole('button', { name: words.chooseUnprinted(BATCH) }).click();
  await page.getByRole('button', { name: words.printChosen(BATCH) }).click();
  const printing = new Printing(page);
  await expect(printing.dialog.getByRole('textbox', { name: /的份数$/u })).toHaveCount(BATCH);
  await withAxe(page);
  await expectAccessible(page, 'batch');
  await printing.dialog.getByRole('button', { name: new RegExp(`${numbers[0] ?? ''}：多一份$`, 'u') }).click();
  await expect(printing.dialog.getByRole('button', { name: words.print(BATCH, BATCH + 1) })).toBeVisible();
  await printing.print();
  await printing.allAre('done', BATCH);
  await printing.finish();

  const printed = queue.printed();
  expect(printed).toHaveLength(BATCH);
  expect(printed.map(({ path }) => codeOn(path).split('|')[3])).toEqual(numbers);
  const pages = printed.map(({ path }) => textOf(path).pages);
  const sheets = pages[1] ?? 0;
  expect(pages).toEqual(numbers.map((_, n) => (n === 0 ? 2 * sheets : sheets)));
  await expect(page.getByText(/已打印 1 份，最近 /u)).toHaveCount(BATCH - 1);
  await officer.shell.isInSync();
  await officer.close();
});

/** Twenty cases with a notice each, made as screens make them, without screens; the numbers in order. */
async function twentyNotices(page: Page): Promise<readonly string[]> {
  const worker = await dataWorkerOf(page);
  const { user, pin } = PEOPLE.second;
  const second = { user, pin };
  const { matters } = await command(worker, 'catalogue.read', {});
  const matter = matters.find(({ family }) => family === 'MQ')?.code ?? '';
  const facts = '门前堆放物料（示例）';
  const numbers: string[] = [];
  for (let n = 1; n <= BATCH; n += 1) {
    const { siteId } = await command(worker, 'site.register', {
      ...{ name: `示例批量店${String(n)}`, operator: '示例经营者', address: `示例路 ${String(n)} 号` },
      ...{ division: '420202', street: '420202005' },
    });
    const findings = [{ matter, description: facts, photos: [] }];
    const { caseId } = await command(worker, 'case.open', { siteId, findings, facts, photos: [], second });
    const notice = { caseId, matter, facts, toCorrect: '清理门前物料（示例）', contact: '0714-0000000', second };
    const { number } = await command(worker, 'notice.issue', {
      ...notice,
      deadline: { by: 'date', dueOn: '2099-12-31' },
    });
    numbers.push(number);
  }
  return numbers;
}

test('a printer without paper: the job waits in words, is tried again and comes out once', async () => {
  test.setTimeout(240_000);
  const { officer } = await decidedOffline();
  const printing = new Printing(officer.page);
  queue.disable('缺纸');
  await printing.openFirst();
  await expect(printing.dialog.getByRole('combobox', { name: words.printer })).toHaveValue(`${queue.label}（已暂停）`);
  await printing.print();
  await expect(printing.jobs.first()).toContainText(printFailures.printer_stopped.what);
  await expect(printing.jobs.first()).toContainText(words.said('缺纸'));
  expect(queue.jobs()).toEqual([]);
  queue.enable();
  await printing.jobs
    .first()
    .getByRole('button', { name: /^重试：/u })
    .click();
  await printing.allAre('done', 1);
  expect(queue.printed()).toHaveLength(1);
  expect(queue.jobs()).toHaveLength(1);
  await officer.close();
});

test('the app is killed while a job waits: the job is still there, and is printed once', async () => {
  test.setTimeout(300_000);
  const { officer } = await decidedOffline();
  const printing = new Printing(officer.page);
  queue.disable('缺纸');
  await printing.openFirst();
  await printing.print();
  await expect(printing.jobs.first()).toContainText(printFailures.printer_stopped.what);
  await officer.kill();

  const again = await relaunchAs('officer', { server: hub.url, env: queue.env, profile: officer.profile });
  const queued = new Printing(again.page);
  await queued.openQueue(again.shell);
  await queued.allAre('waiting', 1);
  await withAxe(again.page);
  await expectAccessible(again.page, 'print queue');
  expect(queue.printed()).toEqual([]);
  queue.enable();
  await queued.allAre('done', 1);
  expect(queue.printed()).toHaveLength(1);
  await openFile(again, SHOP.name);
  await expect(again.page.getByText(/^已打印 1 份，最近 /u)).toBeVisible();
  await again.close();
});
