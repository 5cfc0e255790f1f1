import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { sites } from '#renderer/app/language/zh/sites.ts';

import { shopPhoto } from '../../fixtures/photos.ts';
import type { PhotoFile } from '../../fixtures/photos.ts';
import type { SeededRandom } from '../../fixtures/random.ts';
import { PEOPLE, type SignedIn } from '../../fixtures/world.ts';
import { CasePage } from '../../pages/CasePage.ts';
import type { InspectionFormPage } from '../../pages/InspectionFormPage.ts';
import { SitesPage } from '../../pages/SitesPage.ts';
import type { Ledger } from '../check/ledger.ts';

import type { Kind } from './ledger.ts';

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;

/** The person at the screen: what is drawn, what was promised, and what is special to this run's names. */
export type Person = {
  readonly random: SeededRandom;
  readonly ledger: Ledger<Kind>;
  /** Told apart from other runs on the same server. */
  readonly tag: string;
};

/** What a person does between two kills: shops, now and then an inspection with photos, left open or on to a case. */
export async function workAWhile(app: SignedIn, person: Person, round: number): Promise<void> {
  const { random, ledger } = person;
  const shop = nameOf(person, `断电店${String(round)}`);
  await register(app, ledger, shop);
  const visit = random.pick(['none', 'draft', 'inspection', 'inspection', 'case'] as const);
  if (visit !== 'none') await inspect(app, person, shop, visit);
}

/** Registers a shop and kills the app on the way, `afterMs` after the button was pressed. */
export async function killWhileSaving(app: SignedIn, person: Person, round: number, afterMs: number): Promise<void> {
  const name = nameOf(person, `半途店${String(round)}`);
  const form = await app.shell.newSite();
  await form.fill({ ...SITE, name });
  await app.page.getByRole('button', { name: sites.save }).click();
  await pause(afterMs);
  // Judged before the kill: what the screen said until then is a promise.
  const isSaid = await app.page.getByRole('heading', { name }).isVisible();
  await app.kill();
  if (isSaid) person.ledger.acknowledge('shop', name);
  else person.ledger.leaveOpen('shop', name);
}

/** Takes photos into a form and kills the app on the way, `afterMs` after they were chosen. */
export async function killWhileTakingPhotos(
  app: SignedIn,
  person: Person,
  round: number,
  afterMs: number,
): Promise<void> {
  const shop = nameOf(person, `拍照店${String(round)}`);
  await register(app, person.ledger, shop);
  const form = await app.shell.startInspection(shop, shop);
  await form.choose('X1', '零售');
  await form.answer('H1', 'fail');
  const files = photosOf(person.random, 2);
  const adding = form.addPhotos('H1', files, files.length);
  adding.catch(() => undefined); // it ends with the app
  await pause(afterMs);
  const shown = await app.page.locator('li img').count();
  await app.kill();
  // A picture that was on the screen is a promise; which of two it was is not known, so only both count.
  if (shown === files.length) person.ledger.acknowledge('shot', ...files.map(hashOf));
  else person.ledger.leaveOpen('shot', ...files.map(hashOf));
}

/** Whether the newest acknowledged shop is on the screen. */
export async function newestIsShown(app: SignedIn, ledger: Ledger<Kind>): Promise<boolean> {
  const newest = ledger.acknowledged.findLast(({ kind }) => kind === 'shop');
  if (newest === undefined) return true;
  await app.shell.goTo('sites');
  // The list shows a hundred shops; whoever looks for one types its name.
  await app.page.getByPlaceholder(sites.searchHolder).fill(newest.name);
  const line = new SitesPage(app.page).site(newest.name);
  return line.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  );
}

async function register(app: SignedIn, ledger: Ledger<Kind>, name: string): Promise<void> {
  const form = await app.shell.newSite();
  await form.register({ ...SITE, name });
  ledger.acknowledge('shop', name);
}

async function inspect(
  app: SignedIn,
  person: Person,
  shop: string,
  visit: 'draft' | 'inspection' | 'case',
): Promise<void> {
  const { ledger, random } = person;
  const form = await app.shell.startInspection(shop, shop);
  await form.choose('X1', '零售');
  await form.answer('H1', 'fail');
  const note = `${shop}门前有积水`;
  await form.note('H1', note);
  // What fails needs a photo before it can be submitted; an open form may go without.
  const taken = await takePhotos(form, visit === 'draft' ? random.below(3) : 1 + random.below(2), random);
  if (visit === 'draft') {
    await form.isSaved();
    ledger.acknowledge('draft', note);
    ledger.acknowledge('shot', ...taken);
    return;
  }
  await form.passTheRest();
  await form.submit();
  ledger.acknowledge('inspection', shop);
  ledger.acknowledge('photo', ...taken);
  if (visit === 'inspection') return;
  await CasePage.open(app.page, PEOPLE.second);
  ledger.acknowledge('case', shop);
}

async function takePhotos(form: InspectionFormPage, count: number, random: SeededRandom): Promise<readonly string[]> {
  const files = photosOf(random, count);
  if (files.length > 0) await form.addPhotos('H1', files, files.length);
  return files.map(hashOf);
}

/** Photos that nobody has taken before: each was taken elsewhere. */
function photosOf(random: SeededRandom, count: number): readonly PhotoFile[] {
  return Array.from({ length: count }, (_, index) => {
    const place = {
      latitude: 30 + random.below(1_000_000) / 1_000_000,
      longitude: 115 + random.below(1_000_000) / 1_000_000,
    };
    const buffer = Buffer.from(shopPhoto({ takenAt: '2024:03:05 09:07:11', ...place }));
    return { name: `IMG_${String(index)}.jpg`, mimeType: 'image/jpeg', buffer };
  });
}

function hashOf({ buffer }: PhotoFile): string {
  return createHash('sha256').update(buffer).digest('hex');
}

function nameOf({ tag }: Person, what: string): string {
  return `示例${what}号${tag}`;
}
