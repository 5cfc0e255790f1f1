import { expect, type Locator, type Page } from '@playwright/test';

import { siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

/** The import of a table into a register. */
export class ImportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the list of a register. */
  static async open(page: Page): Promise<ImportPage> {
    await page.getByRole('link', { name: sites.importRows }).click();
    return new ImportPage(page);
  }

  async choose(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: words.choose }).click();
    await (await chooser).setFiles(path);
  }

  /** Drops a file on the page, as from a folder's window. */
  async drop(name: string, base64: string): Promise<void> {
    const data = await this.page.evaluateHandle(
      ([fileName, text]) => {
        const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], fileName));
        return transfer;
      },
      [name, base64] as const,
    );
    await this.page.getByRole('group', { name: words.dropArea }).dispatchEvent('drop', { dataTransfer: data });
  }

  /** Says which column of the table is what. */
  async match(label: string, head: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: head, exact: true }).click();
  }

  /** What was found of the file, once it was judged. */
  get summary(): Locator {
    return this.page.getByText(/^共 \d+ 行：/);
  }

  /** The bad rows, each with its cells. */
  get bad(): Locator {
    return this.page.getByRole('list', { name: words.bad }).getByRole('listitem');
  }

  async saveBad(): Promise<void> {
    await this.page.getByRole('button', { name: words.saveBad }).click();
  }

  /** Imports the good rows and waits until all are written. */
  async write(count: number): Promise<void> {
    await this.page.getByRole('button', { name: words.submit(count) }).click();
    await expect(this.page.getByText(words.finished(count))).toBeVisible({ timeout: 180_000 });
  }

  /** Takes the import back; says how many rows went. */
  async undo(withdrawn: number): Promise<void> {
    await this.page.getByRole('button', { name: words.undo }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: words.undoAsk }).click();
    await expect(this.page.getByText(words.undone(withdrawn), { exact: true })).toBeVisible({ timeout: 180_000 });
  }

  async show(): Promise<void> {
    await this.page.getByRole('link', { name: words.show }).click();
  }
}
