import { setTimeout as pause } from 'node:timers/promises';

import { sites } from '#renderer/app/language/zh/sites.ts';

import type { SeededRandom } from '../../fixtures/random.ts';
import type { SignedIn } from '../../fixtures/world.ts';
import { SitesPage } from '../../pages/SitesPage.ts';
import type { Ledger } from '../check/ledger.ts';

import type { Kind } from './ledger.ts';

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;

/** What a person does between two faults: shops, and now and then an inspection, submitted or left open. */
export async function workAWhile(
  app: SignedIn,
  random: SeededRandom,
  ledger: Ledger<Kind>,
  round: number,
): Promise<void> {
  const shops = Array.from(
    { length: 1 + random.below(2) },
    (_, index) => `示例断电店${String(round)}之${String(index + 1)}`,
  );
  for (const name of shops) {
    const form = await app.shell.newSite();
    await form.register({ ...SITE, name });
    ledger.acknowledge('shop', name);
  }
  const visit = random.pick(['none', 'draft', 'inspection'] as const);
  const [shop = ''] = shops;
  if (visit !== 'none') await inspect(app, ledger, shop, visit);
}

/** Registers a shop and kills the app on the way, `afterMs` after the button was pressed. */
export async function killWhileSaving(
  app: SignedIn,
  ledger: Ledger<Kind>,
  round: number,
  afterMs: number,
): Promise<void> {
  const name = `示例半途店${String(round)}号`;
  const form = await app.shell.newSite();
  await form.fill({ ...SITE, name });
  await app.page.getByRole('button', { name: sites.save }).click();
  await pause(afterMs);
  // Judged before the kill: what the screen said until then is a promise.
  const isSaid = await app.page.getByRole('heading', { name }).isVisible();
  await app.kill();
  if (isSaid) ledger.acknowledge('shop', name);
  else ledger.leaveOpen('shop', name);
}

/** Whether the newest acknowledged shop is on the screen. */
export async function newestIsShown(app: SignedIn, ledger: Ledger<Kind>): Promise<boolean> {
  const newest = ledger.acknowledged.findLast(({ kind }) => kind === 'shop');
  if (newest === undefined) return true;
  await app.shell.goTo('sites');
  const line = new SitesPage(app.page).site(newest.name);
  return line.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  );
}

async function inspect(
  app: SignedIn,
  ledger: Ledger<Kind>,
  shop: string,
  visit: 'draft' | 'inspection',
): Promise<void> {
  const form = await app.shell.startInspection(shop, shop);
  await form.choose('X1', '零售');
  if (visit === 'inspection') {
    await form.passTheRest();
    await form.submit();
    ledger.acknowledge('inspection', shop);
    return;
  }
  const note = `${shop}门前有积水`;
  await form.answer('H1', 'fail');
  await form.note('H1', note);
  await form.isSaved();
  ledger.acknowledge('draft', note);
}
