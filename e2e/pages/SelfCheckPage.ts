import { expect, type Locator, type Page } from '@playwright/test';

import { selfCheckText as words } from '#renderer/app/language/zh/selfChecks.ts';

import { TableImport } from './TableImport.ts';

/** Own checks of an alliance: on the page of a shop, and as rates. */
export class SelfCheckPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The checks on the page of a shop. */
  get checks(): Locator {
    return this.page.getByRole('list', { name: words.title, exact: true }).locator(':scope > li');
  }

  /** The rows of the alliances, without the head. */
  get rates(): Locator {
    return this.page.getByRole('table', { name: words.alliances.table }).locator('tbody').getByRole('row');
  }

  /** Opens the form of the shop that is shown. */
  async begin(shop: string): Promise<Locator> {
    await this.page.getByRole('button', { name: words.add }).click();
    return this.page.getByRole('dialog', { name: words.addTitle(shop) });
  }

  /** Enters a check; each duty by its name. */
  async enter(dialog: Locator, by: string, answers: Readonly<Record<string, 'pass' | 'fail'>>): Promise<void> {
    await dialog.getByRole('textbox', { name: words.by }).fill(by);
    for (const [duty, answer] of Object.entries(answers)) {
      const group = dialog.getByRole('radiogroup', { name: duty });
      await group.getByRole('radio', { name: words.answers[answer], exact: true }).click();
    }
    await dialog.getByRole('button', { name: words.save }).click();
  }

  /** The rates, from the register of shops. */
  async openRates(): Promise<void> {
    await this.page.getByRole('link', { name: words.alliances.open }).click();
    await expect(this.page.getByRole('heading', { name: words.alliances.title })).toBeVisible();
  }

  /** Chooses a file to import and waits for its preview. */
  preview(file: string): Promise<Locator> {
    return new TableImport(this.page, words.import).preview(file);
  }

  /** Takes the good rows of the preview in. */
  take(dialog: Locator, good: number, known: number): Promise<void> {
    return new TableImport(this.page, words.import).take(dialog, good, known);
  }
}
