import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, launchPair, PEOPLE, type SignedIn } from '../fixtures/world.ts';
import type { FilePage } from '../pages/FilePage.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';

const BEFORE = photoFile('加建.jpg');
const AFTER = photoFile('拆除后.jpg', { tidy: true });
const [FIRST, SECOND] = ['示例巷7号院内加建', '示例巷9号楼顶加建'];
const ARRIVES = { timeout: 40_000 };
const l = (member: string): string => fieldLabel('', member);

type Packed = {
  readonly package: string;
  readonly records: readonly (Readonly<Record<string, string>> & { readonly photosBefore: readonly string[] })[];
};

async function openCase({ page, shell }: SignedIn, name: string): Promise<FilePage> {
  await (
    await shell.newSite()
  ).register({
    ...{ name, operator: '示例建房人戊', address: `${name.slice(0, 5)} 号`, division: '黄石港区', street: '沈家营' },
  });
  const form = await NewFilePage.from(page);
  await form.fill('structure', 'WJ-01', BEFORE);
  return form.submit(fileText.new.submit, PEOPLE.second);
}

/** A file of the ZIP as another program unpacks it. */
function unpacked(zip: string, name: string): Buffer {
  const read = 'import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
  return execFileSync('python3', ['-c', read, zip, name], { maxBuffer: 64 * 1024 * 1024 });
}

/** Makes a package and answers what it holds, every file held against the manifest. */
async function pack(app: SignedIn, path: string): Promise<Packed> {
  await answerSaveDialog(app.app, path);
  await app.page.getByRole('button', { name: /^生成数据包/u }).click();
  await expect(app.page.getByText(/^已保存数据包/u)).toBeVisible({ timeout: 60_000 });
  const manifest = JSON.parse(unpacked(path, 'manifest.json').toString('utf8')) as {
    readonly files: readonly { readonly name: string; readonly sha256: string }[];
    readonly missingPhotos: readonly string[];
  };
  expect(manifest.missingPhotos).toEqual([]);
  for (const { name, sha256 } of manifest.files) expect(sha256Hex(unpacked(path, name))).toBe(sha256);
  return JSON.parse(unpacked(path, 'records.json').toString('utf8')) as Packed;
}

function offered(page: Page, name: string) {
  return page.getByRole('list', { name: words.offerList }).getByRole('listitem').filter({ hasText: name });
}

test('cases leave as a file, a receipt sends one back, and what changed is offered again', async () => {
  test.setTimeout(300_000);
  const hub = await startHub(freshFolder('hub'));
  const pair = await launchPair({ server: hub.url });
  await openCase(pair, FIRST);
  const second = await openCase(pair, SECOND);
  await pair.shell.isInSync();

  const clerk = await launchAs('clerk', { server: hub.url });
  const { page } = clerk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await clerk.shell.isInSync();
  await clerk.shell.goTo('exchange');
  await expect(offered(page, FIRST)).toContainText(words.why.pending);
  await expect(offered(page, SECOND)).toContainText(words.why.pending);
  await page.screenshot({ path: test.info().outputPath('exchange.png') });
  await withAxe(page);
  await expectAccessible(page, 'exchange');
  const folder = freshFolder('packages');
  const packed = await pack(clerk, join(folder, 'one.zip'));
  expect(packed.records.map(({ SXDM }) => SXDM)).toEqual(['42020206001', '42020206001']);
  const [one] = packed.records;
  expect(unpacked(join(folder, 'one.zip'), `photos/${one?.photosBefore[0] ?? ''}.jpg`).length).toBeGreaterThan(1000);
  expect(JSON.stringify(packed)).not.toContain('示例建房人戊');
  const csv = unpacked(join(folder, 'one.zip'), 'records.csv').toString('utf8');
  expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(3);
  await expect(page.getByText(words.nothing)).toBeVisible();
  const line = page.getByRole('list', { name: words.packages }).getByRole('listitem').first();
  await expect(line).toContainText(words.counts(2, 0, 0));

  // The first is sent back, the second taken; a task of somebody else is named and left out.
  const taskOf = (name: string): string =>
    packed.records.find(({ SFWZ }) => SFWZ?.includes(name.slice(0, 5)))?.['taskNo'] ?? '';
  const receipt = join(folder, 'receipt.csv');
  const rows = [
    ['任务号', '结果', '退回原因'],
    [taskOf(FIRST), '退回', '位置不清'],
    [taskOf(SECOND), '已接收', ''],
    [`XZ${'0'.repeat(32)}`, '已接收', ''],
  ];
  writeFileSync(receipt, `\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}`);
  await page.getByRole('button', { name: words.receipt }).click();
  const dialog = page.getByRole('dialog');
  await page.locator('input[type="file"]').setInputFiles(receipt);
  await expect(dialog.getByText(words.summary(1, 1, 1))).toBeVisible();
  await expect(dialog.getByText(words.problems.unknown_task)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('exchange-receipt.png') });
  await dialog.getByRole('button', { name: words.take(2) }).click();
  await expect(dialog).toHaveCount(0);
  await expect(line).toContainText(words.counts(2, 1, 1));
  await expect(offered(page, FIRST)).toContainText(words.why.returned);
  await expect(offered(page, FIRST)).toContainText('位置不清');
  await expect(offered(page, SECOND)).toHaveCount(0);

  // The second is changed by the officers after it was taken.
  await second.take(
    'structure.demolished:self',
    { photos: { [l('before')]: BEFORE, [l('after')]: AFTER }, texts: { [l('areaE2')]: '86.4' } },
    PEOPLE.second,
  );
  await pair.shell.isInSync();
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: words.refresh }).click();
      return offered(page, SECOND).count();
    }, ARRIVES)
    .toBe(1);
  await expect(offered(page, SECOND)).toContainText(words.why.changed);
  const again = await pack(clerk, join(folder, 'two.zip'));
  expect(again.package).not.toBe(packed.package);
  expect(again.records.map(({ taskNo }) => taskNo).sort()).toEqual(packed.records.map(({ taskNo }) => taskNo).sort());
  await clerk.close();
  await pair.close();
  await hub.stop();
});
