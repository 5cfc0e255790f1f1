import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

import { expect, test } from '@playwright/test';

import { problemTexts } from '#renderer/app/language/zh/home.ts';

import { freshFolder } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { textOf } from '../fixtures/printedPage.ts';
import { launchAs } from '../fixtures/world.ts';
import { InspectionPage } from '../pages/InspectionPage.ts';

const CATALOGUE = resolve(import.meta.dirname, '../../resources/catalogue');
const FONT = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
);
const SHOP = {
  name: '示例字体店',
  operator: '示例经营者',
  address: '示例路 8 号',
  division: '黄石港区',
  street: '沈家营',
} as const;

/** A catalogue whose settings name a font of this computer for the body and one that it has not for titles. */
function aCatalogue(): string {
  const folder = freshFolder('catalogue');
  cpSync(CATALOGUE, folder, { recursive: true });
  const settings = join(folder, 'settings.json');
  const before = JSON.parse(readFileSync(settings, 'utf8')) as object;
  const documentFonts = { text: 'bureausans.ttf', title: 'NotHere.ttf' };
  writeFileSync(settings, JSON.stringify({ ...before, documentFonts }));
  return folder;
}

/** A home whose person installed that font. */
function aHome(): string {
  const home = freshFolder('home');
  const fonts = join(home, '.local/share/fonts/office');
  mkdirSync(fonts, { recursive: true });
  cpSync(FONT, join(fonts, 'BureauSans.ttf'));
  return home;
}

test('documents are set in the font that the bureau names; one that is not there is told', async () => {
  test.skip(process.platform !== 'linux', 'fonts are put into the home of Linux');
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const app = await launchAs('officer', { server: hub.url, env: { XUNZHI_CATALOGUE: aCatalogue(), HOME: aHome() } });
  await app.shell.isInSync();
  await app.shell.goTo('home');
  await expect(app.page.getByText(problemTexts.font_unusable.title('NotHere.ttf'))).toBeVisible();
  await expect(app.page.getByText(problemTexts.font_unusable.title('bureausans.ttf'))).toHaveCount(0);

  await findGoodsOutside(app.shell, SHOP, photoFile('门前.jpg'));
  const file = join(freshFolder('pdf'), 'told.pdf');
  await answerSaveDialog(app.app, file);
  await new InspectionPage(app.page).saveNotice();
  expect(textOf(file).words).toContain(SHOP.name);
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
  for (const name of ['bureausans', 'NotoSerifSC-Regular', 'NotoSerifSC-Bold'])
    expect(fonts).toMatch(new RegExp(`\\+${name}\\s+CID TrueType\\s+Identity-H\\s+yes yes yes`));
  await app.close();
  await hub.stop();
});
