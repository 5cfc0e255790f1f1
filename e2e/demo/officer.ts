import { join } from 'node:path';

import { signin } from '#renderer/app/language/zh/signin.ts';

import { launchApp, type LaunchOptions } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { photoFile } from '../fixtures/photos.ts';
import { PEOPLE, signInAs, type SignedIn } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';

import type { DemoSteps } from './steps.ts';

/** The invented shop of the demo. */
export const SHOP = {
  name: '示例·老街坊粮油店',
  operator: '示例经营者',
  address: '示例大道 88 号',
  division: '黄石港区',
  street: '沈家营',
  uscc: '92420202MA0XXXX01J',
  phone: '0714-0000000',
} as const;

const BEFORE = photoFile('门前堆放.jpg');
const AFTER = photoFile('整改后.jpg', { tidy: true });

/** Both officers of a pair sign in once on the patrol car's machine, while there is network. */
export async function setUp(steps: DemoSteps, options: LaunchOptions): Promise<SignedIn> {
  const app = await steps.step('start', () => launchApp(options));
  await app.page.getByLabel(signin.user).waitFor();
  await steps.picture(app.page, 'sign-in');
  const first = await steps.step('sign_in', () => signInAs(app, 'second'));
  await first.lock();
  const shell = await signInAs(app, 'officer');
  await steps.step('first_sync', () => shell.isInSync());
  await steps.picture(app.page, 'today');
  return { ...app, shell };
}

/** Without network: a shop, its inspection, a case. */
export async function inspect(steps: DemoSteps, { page, shell }: SignedIn): Promise<CasePage> {
  await steps.step('offline_noticed', () => shell.isOffline());
  const site = await shell.newSite();
  await site.fill(SHOP);
  await steps.picture(page, 'new-shop');
  await steps.step('register_shop', () => site.register(SHOP));
  await shell.goTo('sites');
  await steps.picture(page, 'shops');
  const form = await shell.startInspection('ljflyd', SHOP.name);
  await form.choose('X1', '零售');
  await form.answer('Z2', 'fail');
  await form.note('Z2', '门口右侧堆放纸箱和展架，占用人行道约两米。');
  await steps.step('photo_import', () => form.addPhotos('Z2', [BEFORE], 1));
  await steps.picture(page, 'checklist');
  await steps.step('fill_checklist', () => form.passTheRest());
  await form.isSaved();
  await steps.step('submit_inspection', () => form.submit());
  await steps.picture(page, 'inspection');
  const opened = await steps.step('open_case', () => CasePage.open(page, PEOPLE.second));
  await steps.picture(page, 'case');
  return opened;
}

/** Still without network: the notice with its number, as PDF, and its service. */
export async function issue(
  steps: DemoSteps,
  app: SignedIn,
  opened: CasePage,
  out: string,
): Promise<{ readonly number: string; readonly pdf: string }> {
  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  await steps.step('preview', () => notice.isPreviewed());
  await steps.picture(app.page, 'notice');
  const number = await steps.step('issue', () => notice.issue(PEOPLE.second));
  const pdf = join(out, 'notice.pdf');
  await answerSaveDialog(app.app, pdf);
  await notice.toCase();
  await steps.step('save_pdf', () => opened.savePdf());
  await steps.step('serve', () => opened.serve(PEOPLE.second));
  await steps.picture(app.page, 'case-served');
  await app.shell.goTo('sync');
  await steps.picture(app.page, 'sync-offline');
  return { number, pdf };
}

/** With network again: what the brigade returned, the re-check, and the end of the case. */
export async function recheck(steps: DemoSteps, { page, shell }: SignedIn): Promise<void> {
  await shell.goTo('cases');
  await steps.picture(page, 'cases');
  await page.getByRole('link', { name: new RegExp(SHOP.name) }).click();
  const opened = new CasePage(page);
  await opened.supervision.waitFor({ timeout: 40_000 });
  await steps.picture(page, 'case-returned');
  await steps.step('recheck', () => opened.recheckFixed(PEOPLE.second, AFTER));
  await steps.step('sync_recheck', () => shell.isInSync());
}
