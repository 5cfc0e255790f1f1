import { expect, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';

/** A submitted inspection. */
export class InspectionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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
