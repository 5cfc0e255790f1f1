import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { freshFolder } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { textOf } from '../fixtures/printedPage.ts';
import { readRows } from '../fixtures/store.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { InspectionPage } from '../pages/InspectionPage.ts';
import { ReviewPage } from '../pages/ReviewPage.ts';

const SHOP = {
  name: '示例早点铺',
  operator: '示例经营者甲',
  address: '示例路 12 号',
  division: '黄石港区',
  street: '沈家营',
  uscc: '92420202MA0XXXX01J',
} as const;
const PHOTO = photoFile('门前.jpg');
const AFTER = photoFile('整改后.jpg', { tidy: true });

test('offline: inspection, case, notice; then the brigade reviews on another device', async () => {
  test.setTimeout(240_000);
  let hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  await hub.stop();
  await officer.shell.isOffline();

  await findGoodsOutside(officer.shell, SHOP, PHOTO, 'slzdp');
  const told = join(freshFolder('pdf'), 'told.pdf');
  await answerSaveDialog(officer.app, told);
  await new InspectionPage(officer.page).saveNotice();
  for (const part of ['门前三包整改告知单', SHOP.name, '门口两侧堆放空箱与展架', '不是行政处罚', '检查照片', '存根'])
    expect(textOf(told).words).toContain(part);
  const opened = await CasePage.open(officer.page, PEOPLE.second);
  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  const number = await notice.issue(PEOPLE.second);
  expect(number).toMatch(/〔\d{4}〕1号$/);
  const file = join(freshFolder('pdf'), 'notice.pdf');
  await answerSaveDialog(officer.app, file);
  await notice.toCase();
  await opened.savePdf();
  await opened.serve(PEOPLE.second);
  await expect(officer.shell.statusArea).toContainText('待上传');
  expectNotice(file, number);

  hub = await startHub(hub.data, { port: hub.port });
  await officer.shell.isInSync();
  const brigade = await launchAs('supervisor', { server: hub.url });
  await brigade.shell.goTo('review');
  const review = new ReviewPage(brigade.page);
  await review.open(SHOP.name);
  await expect.poll(() => originals(brigade.page), { message: 'photos come ahead', timeout: 30_000 }).toBe(1);
  await review.lookAtPhoto();
  await review.readNotice();
  await review.return('照片看不出堆放的位置，请补拍。');
  await brigade.shell.isInSync();
  await expect(opened.supervision).toContainText('照片看不出堆放的位置', { timeout: 40_000 });

  await opened.recheckFixed(PEOPLE.second, AFTER);
  await officer.shell.isInSync();
  await review.accept();
  await brigade.shell.isInSync();
  await expect(opened.supervision).toContainText('督察大队已认可', { timeout: 40_000 });
  await officer.close();
  await brigade.close();
  await hub.stop();
});

/** How many originals a device has. */
async function originals(page: Page): Promise<number> {
  const rows = await readRows<{ readonly key: string }>(page, 'blobs');
  return rows.filter(({ key }) => key.startsWith('photo:')).length;
}

function expectNotice(file: string, number: string): void {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
  for (const part of [
    number,
    SHOP.name,
    SHOP.operator,
    '空箱与展架',
    '改正期限',
    PEOPLE.officer.name,
    PEOPLE.second.name,
  ])
    expect(text).toContain(part);
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/yes\s+yes\s+yes/);
}
