import { expect, type Locator, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';

import { CasePage } from './CasePage.ts';
import { confirmSecond, type Second } from './secondOfficer.ts';

/** A submitted inspection. */
export class InspectionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Makes one failed item a case: the first tap opens the form with that finding alone, the second one sends it. */
  async fileItem(mark: string, second: Second): Promise<CasePage> {
    await this.page.getByRole('link', { name: `${mark} ${inspectionsText.view.fileThis}`, exact: true }).click();
    await expect(this.page.getByLabel(casesText.new.includeOf(1))).toBeVisible();
    await expect(this.page.getByLabel(casesText.new.includeOf(2))).toHaveCount(0);
    await confirmSecond(this.page, second);
    await this.page.getByRole('button', { name: casesText.new.submit, exact: true }).click();
    const opened = new CasePage(this.page);
    await expect(opened.next).toBeVisible();
    return opened;
  }

  /** The line of an item in the results, all of them shown. */
  async line(mark: string): Promise<Locator> {
    const all = this.page.getByRole('button', { name: inspectionsText.view.showAll });
    if (await all.isVisible()) await all.click();
    const lines = this.page.getByRole('list', { name: inspectionsText.view.answers }).getByRole('listitem');
    return lines.filter({ has: this.page.getByText(mark, { exact: true }) });
  }

  /** Draws the notice for the shop and saves it; the save dialog must have been answered beforehand. */
  async saveNotice(): Promise<void> {
    await this.page.getByRole('button', { name: inspectionsText.view.notice }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: casesText.page.save }).click();
    await expect(dialog.getByText(/^已保存到/)).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}
