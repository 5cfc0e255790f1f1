import { expect, type Locator, type Page } from '@playwright/test';

import { moneyText } from '#renderer/app/language/zh/money.ts';
import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';

import type { Shell } from './Shell.ts';

/** 罚款台账 and the import of receipts. */
export class MoneyPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the ledger from the list of cases. */
  static async from({ page, shell }: { readonly page: Page; readonly shell: Shell }): Promise<MoneyPage> {
    await shell.goTo('cases');
    await page.getByRole('link', { name: moneyText.open }).click();
    return new MoneyPage(page);
  }

  /** The payments that it lists. */
  get payments(): Locator {
    return this.page.getByRole('list', { name: moneyText.lines }).getByRole('listitem');
  }

  /** A row of the table that is being imported; the heads are the first one. */
  row(line: number): Locator {
    return this.page
      .getByRole('table', { name: words.table })
      .getByRole('row')
      .nth(line - 1);
  }

  /** Opens the import and chooses a table. */
  async choose(csv: Buffer): Promise<void> {
    await this.page.getByRole('button', { name: words.open }).click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('dialog').getByRole('button', { name: words.choose }).click();
    await (await chooser).setFiles({ name: '缴款记录（示例）.csv', mimeType: 'text/csv', buffer: csv });
    await expect(this.row(1)).toBeVisible();
  }

  /** Enters the good rows, of which there are so many, and closes the report. */
  async import(good: number): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.submit(good) }).click();
    await expect(dialog.getByText(new RegExp(`^已登记 ${String(good)} 笔缴款`))).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: words.close }).click();
    await expect(dialog).toHaveCount(0);
  }
}
