import { expect, type Locator, type Page } from '@playwright/test';

import { reportsText as words } from '#renderer/app/language/zh/reports.ts';

import { ReportPage } from './ReportPage.ts';

/** The list of reports. */
export class ReportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Chooses a file to import and waits for its preview. */
  async preview(file: string): Promise<Locator> {
    await this.page.getByRole('button', { name: words.import.open }).click();
    const dialog = this.page.getByRole('dialog', { name: words.import.title });
    await dialog.locator('input[type="file"]').or(this.page.locator('input[type="file"]')).first().setInputFiles(file);
    await expect(dialog.getByRole('table', { name: words.import.table })).toBeVisible();
    return dialog;
  }

  /** Takes the good rows of the preview in. */
  async take(dialog: Locator, good: number, known: number): Promise<void> {
    await dialog.getByRole('button', { name: words.import.submit(good) }).click();
    await expect(dialog.getByText(words.import.done(good, known))).toBeVisible();
    await dialog.getByRole('button', { name: words.import.close, exact: true }).last().click();
    await expect(dialog).toHaveCount(0);
  }

  /** Shows one of the states; its label tells how many there are. */
  async show(tab: keyof typeof words.tab, count: number): Promise<void> {
    await this.page.getByRole('radio', { name: words.tabCount(words.tab[tab], count), exact: true }).click();
  }

  /** Opens the report with that number of its source. */
  async open(external: string): Promise<ReportPage> {
    await this.page.getByRole('textbox', { name: words.search }).fill(external);
    await this.page.getByRole('list', { name: words.list }).getByRole('link', { name: external }).click();
    const report = new ReportPage(this.page);
    await report.isShown(external);
    return report;
  }
}
