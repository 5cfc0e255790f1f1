import type { Locator, Page } from '@playwright/test';

import { reportsText as words } from '#renderer/app/language/zh/reports.ts';

import { ReportPage } from './ReportPage.ts';
import { TableImport } from './TableImport.ts';

/** The list of reports. */
export class ReportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Chooses a file to import and waits for its preview. */
  preview(file: string): Promise<Locator> {
    return new TableImport(this.page, words.import).preview(file);
  }

  /** Takes the good rows of the preview in. */
  take(dialog: Locator, good: number, known: number): Promise<void> {
    return new TableImport(this.page, words.import).take(dialog, good, known);
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
