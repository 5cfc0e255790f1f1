import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { read, utils, write } from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';

import { siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { freshFolder } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { launchAs, relaunchAs } from '../fixtures/world.ts';
import { ImportPage } from '../pages/ImportPage.ts';
import { SitesPage } from '../pages/SitesPage.ts';

const HEADS = ['店名（字号）', '经营者', '统一社会信用代码', '街道', '详细地址', '业态', '责任书签订日期'];
const ROWS = 10_000;
const CODE = '92420202MA0XXXX01J';
/** Registered before the import, by hand. */
const KNOWN = { name: '示例老店', operator: '示例经营者', uscc: CODE, address: '示例路 1 号', division: '黄石港区' };

/**
 * `商户名称,经营者,街道,详细地址` and a shop whose name has a character that GBK has not.
 */
const GB18030_TABLE =
  'ycy7p8P7s8Ysvq3TqtXfLL3WtcAsz+rPuLXY1rcNCsq+wP3Nz7fFteqVNLI1LMq+wP2+rdOq1d8syqTR9Ljbvda1wCzKvsD9wrc4usUNCg==';

/** A row, by its line in the spreadsheet. */
function aRow(line: number): string[] {
  const n = String(line).padStart(5, '0');
  return [`示例导入店${n}`, '示例经营者', '', '胜阳港街道', `示例路${n}号`, '餐饮', '2024/3/1'];
}

/** A line with something wrong, and how the screen names it. */
type Wrong = { readonly line: number; readonly cells: Readonly<Record<number, string>>; readonly said: string };

const WRONG: readonly Wrong[] = [
  ...some(10, 37, (line) => ({ cells: { 2: '9242' }, said: `C${line} 统一社会信用代码：应为 18 位` })),
  ...some(10, 100, (line) => ({ cells: { 3: '没有的街道' }, said: `D${line} 街道（乡镇）：没有这个街道` })),
  ...some(8, 2101, (line) => ({ cells: { 0: '' }, said: `A${line} 店名（字号）：必填` })),
  ...some(5, 4001, (line) => ({ cells: { 5: '夜总会' }, said: `F${line} 业态：请从列出的选项中选择` })),
  ...some(2, 6001, (line) => ({ cells: { 6: '2024-02-30' }, said: `G${line} 责任书签订日期：请填日期` })),
  ...some(1, 8000, (line) => ({
    cells: { 0: '示例导入店07999', 4: '示例路07999号' },
    said: `A${line} 店名（字号）：与表格中的另一行重复（第 7999 行）`,
  })),
  ...some(1, 9000, (line) => ({
    cells: { 2: CODE },
    said: `C${line} 统一社会信用代码：台账中已经有了（${KNOWN.name}）`,
  })),
];

function some(count: number, from: number, make: (line: string) => Omit<Wrong, 'line'>): readonly Wrong[] {
  return Array.from({ length: count }, (_, n) => {
    const line = from + n * 200;
    return { line, ...make(String(line)) };
  });
}

/** Ten thousand shops below their heads, in a workbook as a spreadsheet saves it. */
function aBook(folder: string): string {
  const rows = Array.from({ length: ROWS }, (_, at) => aRow(at + 2));
  for (const { line, cells } of WRONG) Object.assign(rows[line - 2] ?? [], cells);
  return written(folder, [HEADS, ...rows]);
}

function written(folder: string, lines: readonly (readonly string[])[]): string {
  const path = join(folder, '商户.xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [...line])), '商户');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return path;
}

let hub: RunningHub;
test.beforeEach(async () => {
  test.setTimeout(400_000);
  hub = await startHub(freshFolder('hub'));
});
test.afterEach(() => hub.stop());

test('ten thousand shops: 37 wrong rows are named by their cells, the rest is written, seen, and taken back', async () => {
  expect(WRONG).toHaveLength(37);
  const { app, page, shell, close } = await launchAs('officer', { server: hub.url });
  await shell.isInSync();
  const form = await shell.newSite();
  await form.register({ ...KNOWN, street: '胜阳港' });
  const folder = freshFolder('import');
  const good = ROWS - WRONG.length;

  await shell.goTo('sites');
  const before = await countIn(page);
  const wizard = await ImportPage.open(page);
  await wizard.choose(aBook(folder));
  await expect(wizard.summary).toHaveText(words.summary(good, WRONG.length), { timeout: 60_000 });
  await expect(wizard.bad).toHaveCount(WRONG.length);
  const said = (await wizard.bad.allTextContents()).join('\n');
  for (const wrong of WRONG) expect(said).toContain(wrong.said);

  const saved = join(folder, 'bad.xlsx');
  await answerSaveDialog(app, saved);
  await wizard.saveBad();
  await expect.poll(() => existsSync(saved)).toBe(true);
  const sheet = read(readFileSync(saved)).Sheets[words.badSheet];
  const lines = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 });
  expect(lines).toHaveLength(1 + WRONG.length);
  expect(lines[0]?.at(-1)).toBe(words.reasonHead);
  expect(lines[1]?.at(-1)).toContain(WRONG[0]?.said ?? '');

  await wizard.write(good);
  await wizard.show();
  await expect.poll(() => countIn(page), { timeout: 30_000 }).toBe(before + good);
  await page.getByLabel(sites.search).fill('示例导入店09876');
  await expect(new SitesPage(page).site('示例导入店09876')).toBeVisible({ timeout: 30_000 });

  const again = await ImportPage.open(page);
  await again.undo(good);
  await shell.goTo('sites');
  await expect.poll(() => countIn(page), { timeout: 30_000 }).toBe(before);
  await close();
});

test('an import that a kill interrupted goes on where it was, and writes nothing twice', async () => {
  const first = await launchAs('officer', { server: hub.url });
  await first.shell.isInSync();
  const rows = Array.from({ length: 6_000 }, (_, at) => aRow(at + 2));
  await first.shell.goTo('sites');
  const before = await countIn(first.page);
  const wizard = await ImportPage.open(first.page);
  await wizard.choose(written(freshFolder('import'), [HEADS, ...rows]));
  await first.page.getByRole('button', { name: words.submit(6_000) }).click();
  await expect(first.page.getByText(/^已写入 [1-5]\d{3} \/ 6000 行/)).toBeVisible({ timeout: 60_000 });
  await first.kill();

  const again = await relaunchAs('officer', { profile: first.profile, server: hub.url });
  await again.shell.goTo('sites');
  const resumed = await ImportPage.open(again.page);
  await expect(again.page.getByText(/^没有导入完/)).toBeVisible();
  await again.page.getByRole('button', { name: words.resume }).click();
  await expect(again.page.getByText(words.finished(6_000))).toBeVisible({ timeout: 120_000 });
  await resumed.show();
  await expect.poll(() => countIn(again.page), { timeout: 30_000 }).toBe(before + 6_000);
  await again.close();
});

test('a table in GB18030 is dropped, and a column that was not found is chosen by hand', async () => {
  const { page, shell, close } = await launchAs('officer', { server: hub.url });
  await shell.isInSync();
  await shell.goTo('sites');
  const wizard = await ImportPage.open(page);
  await wizard.drop('商户.csv', GB18030_TABLE);
  await expect(page.getByText(words.missing(['店名（字号）']))).toBeVisible();
  await wizard.match('店名（字号）', words.headOf('A', '商户名称'));
  await expect(wizard.summary).toHaveText(words.summary(1, 0));
  await wizard.write(1);
  await wizard.show();
  await expect(new SitesPage(page).site('示例拖放店𠮷')).toBeVisible();
  await close();
});

/** How many things the register that is shown has. */
async function countIn(page: Page): Promise<number> {
  const text = await page
    .getByRole('status')
    .filter({ hasText: /共 \d+ 条/ })
    .textContent();
  return Number(/共 (\d+) 条/.exec(text ?? '')?.[1]);
}
