import { expect, type Locator, type Page } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { photoFile } from '../../fixtures/photos.ts';
import { PEOPLE } from '../../fixtures/world.ts';
import { CasePage } from '../../pages/CasePage.ts';
import type { InspectionFormPage } from '../../pages/InspectionFormPage.ts';

import { alertsOf, within } from './said.ts';
import type { Stage } from './stage.ts';

/** How long somebody waits for "saved" or a refusal: a store that hangs has its deadline, and the look after it. */
export const ANSWER_WITHIN_MS = 45_000;

/** How long it may take with room again: a refusal after its deadline, a new store, and one more press. */
const DONE_WITHIN_MS = 90_000;

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;

/** What came of something that was tried on a full disk. */
export type Outcome = 'done' | 'refused' | 'silent';

export function nameOf({ tag, round }: Stage, what: string): string {
  return `示例${what}${String(round)}号${tag}`;
}

/** Waits until what was tried shows, or a refusal does. */
export async function outcome(page: Page, done: Locator): Promise<Outcome> {
  let end: Outcome = 'silent';
  await within(ANSWER_WITHIN_MS, async () => {
    if (await done.first().isVisible()) end = 'done';
    else if ((await alertsOf(page)).length > 0) end = 'refused';
    return end !== 'silent';
  });
  return end;
}

/**
 * Does with room again what was refused without. The engine may notice only now that it lost the store: that press is
 * refused, as the app says, and another one does it.
 */
export async function pressAgain(page: Page, done: Locator, press: () => Promise<void>): Promise<void> {
  await expect(async () => {
    // An alert may stand there from before while the press is under way: then it is done by now.
    if (await done.first().isVisible()) return;
    await press();
    expect(await outcome(page, done)).toBe('done');
  }).toPass({ timeout: DONE_WITHIN_MS });
}

/** Registers a shop and notes it as acknowledged. */
export async function register(stage: Stage, name: string): Promise<void> {
  await (await stage.app.shell.newSite()).register({ ...SITE, name });
  stage.ledger.acknowledge('shop', name);
}

/** Fills the form of a shop, without saving. */
export async function fillShop(stage: Stage, name: string): Promise<void> {
  await (await stage.app.shell.newSite()).fill({ ...SITE, name });
}

export function saveShop({ app }: Stage): Promise<void> {
  return app.page.getByRole('button', { name: sites.save }).click();
}

export function shopHeading({ app }: Stage, name: string): Locator {
  return app.page.getByRole('heading', { name });
}

/** A shop and its inspection with something wrong in it, up to the photos. */
export async function beginInspection(stage: Stage, shop: string): Promise<InspectionFormPage> {
  await register(stage, shop);
  const form = await stage.app.shell.startInspection(shop, shop);
  await form.choose('X1', '零售');
  await form.answer('H1', 'fail');
  return form;
}

/** The same with a photo, ready to be submitted. */
export async function fillInspection(stage: Stage, shop: string): Promise<InspectionFormPage> {
  const form = await beginInspection(stage, shop);
  await form.note('H1', `${shop}门前有积水`);
  await form.addPhotos('H1', [PHOTO], 1);
  await form.passTheRest();
  await form.isSaved();
  stage.ledger.acknowledge('draft', `${shop}门前有积水`);
  return form;
}

export function submitInspection({ app }: Stage): Promise<void> {
  return app.page.getByRole('button', { name: inspectionsText.form.submit }).click();
}

export function recordHeading({ app }: Stage): Locator {
  return app.page.getByRole('heading', { name: /^检查记录/ });
}

/** A case of a submitted inspection. */
export async function openCase(stage: Stage, shop: string): Promise<CasePage> {
  const form = await fillInspection(stage, shop);
  await form.submit();
  forgetDraft(stage, shop);
  stage.ledger.acknowledge('inspection', shop);
  const opened = await CasePage.open(stage.app.page, PEOPLE.second);
  stage.ledger.acknowledge('case', shop);
  return opened;
}

/** A form that became a record is no form any more. */
export function forgetDraft({ ledger }: Stage, shop: string): void {
  const at = ledger.acknowledged.findIndex(({ kind, name }) => kind === 'draft' && name.startsWith(shop));
  if (at >= 0) ledger.acknowledged.splice(at, 1);
}

const PHOTO = photoFile('门前.jpg');
