import { expect, type Locator, type Page } from '@playwright/test';

import { actForm } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { dossierText } from '#renderer/app/language/zh/dossier.ts';
import { actName } from '#renderer/app/language/zh/fileRefusals.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

import type { Shell } from './Shell.ts';
import { confirmSecond, type Second } from './secondOfficer.ts';

const words = fileText.steps;

/** What a form is filled with, by the labels on the screen. */
export type Filling = {
  readonly texts?: Readonly<Record<string, string>>;
  /** Radio buttons by group and answer. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Lists by label and the beginning of the option. */
  readonly picks?: Readonly<Record<string, string>>;
  /** Dates typed as `YYYY-MM-DD`, instants as `YYYY-MM-DDTHH:MM` in Huangshi. */
  readonly dates?: Readonly<Record<string, string>>;
  readonly ticks?: readonly string[];
  readonly photos?: Readonly<Record<string, PhotoFile>>;
  /** Opens what may be left out. */
  readonly more?: boolean;
};

/** A file (案卷) on its page: steps, forms of acts, periods. */
export class FilePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The steps that are open for the person at the screen. */
  get steps(): Locator {
    return this.page.getByRole('list', { name: words.title, exact: true });
  }

  /** The running periods. */
  get clocks(): Locator {
    return this.page.getByRole('list', { name: fileText.clocks.title, exact: true });
  }

  /** Where the file stands, beside the title. */
  async isAt(stage: string): Promise<void> {
    await expect(this.page.getByText(stage, { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  }

  /** The line of a step, open or closed. */
  step(act: ActKey): Locator {
    return this.page.locator(`li[data-act="${act}"]`);
  }

  /** Opens the first paper of that name and saves it; the save dialog must have been answered beforehand. */
  async savePaper(title: string): Promise<void> {
    const { papers, save } = casesText.page;
    const line = this.page.getByRole('list', { name: papers }).getByRole('listitem').filter({ hasText: title });
    await line
      .first()
      .getByRole('button', { name: new RegExp(`^查看、打印：`) })
      .click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: save }).click();
    await expect(dialog.getByText(/^已保存到/)).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }

  /** Exports the dossier in the order of the norm, through the save dialog, and waits until it is there. */
  async exportDossier(): Promise<void> {
    await this.page.getByRole('button', { name: dossierText.open }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: dossierText.submit, exact: true }).click();
    await expect(dialog.getByText(/^已保存到/)).toBeVisible({ timeout: 120_000 });
    await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }

  /** Takes an act: opens its form, fills it, has the second officer confirm, and waits until it is written. */
  async take(act: ActKey, filling: Filling = {}, second?: Second): Promise<void> {
    await this.begin(act, filling, second);
    await this.page.getByRole('dialog').getByRole('button', { name: actForm.submit, exact: true }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Opens the form of an act and fills it. */
  async begin(act: ActKey, filling: Filling = {}, second?: Second): Promise<Locator> {
    await this.steps.getByRole('button', { name: actName(act), exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await fillForm(this.page, dialog, filling);
    if (second !== undefined) await confirmSecond(this.page, second);
    return dialog;
  }

  /** Tries an act and is refused with the reason and its article on the form, which keeps what was typed for later. */
  async isRefused(act: ActKey, filling: Filling, reason: string, article: string): Promise<void> {
    const dialog = await this.begin(act, filling);
    await dialog.getByRole('button', { name: actForm.submit, exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(reason);
    await expect(dialog.getByRole('alert')).toContainText(article);
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Shows the closed steps with their reasons. */
  async unfold(): Promise<void> {
    const folds = this.page.locator('details:not([open]) > summary');
    while ((await folds.count()) > 0) await folds.first().click();
  }
}

/** From anywhere: finds a case in the list by its title and opens it. */
export async function openFile(
  { page, shell }: { readonly page: Page; readonly shell: Shell },
  title: string,
): Promise<FilePage> {
  await shell.goTo('cases');
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click({ timeout: 40_000 });
  const file = new FilePage(page);
  await expect(file.steps).toBeAttached(); // empty, and so invisible, when nothing is to be done
  return file;
}

/** Fills a form by its labels. */
export async function fillForm(page: Page, form: Locator, filling: Filling): Promise<void> {
  const { texts = {}, choices = {}, picks = {}, dates = {}, ticks = [], photos = {}, more = false } = filling;
  if (more) await form.locator('details:not([open]) > summary').first().click();
  for (const [label, answer] of Object.entries(choices))
    await form.getByRole('radiogroup', { name: label }).getByRole('radio', { name: answer, exact: true }).click();
  for (const [label, option] of Object.entries(picks)) {
    await form.getByRole('combobox', { name: label }).first().click();
    await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
  }
  for (const [label, text] of Object.entries(texts)) await form.getByLabel(label, { exact: false }).first().fill(text);
  for (const [label, date] of Object.entries(dates)) {
    const input = form.getByLabel(label, { exact: false }).first();
    await input.fill(date);
    if (!date.includes('T')) await input.press('Tab');
  }
  for (const label of ticks) await form.getByRole('checkbox', { name: label }).check();
  for (const [label, photo] of Object.entries(photos)) {
    const group = form.getByRole('group', { name: label });
    await group.locator('input[type="file"]').setInputFiles([photo]);
    await expect(group.locator('li img')).toHaveCount(1);
  }
}
