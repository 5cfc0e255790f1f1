import { expect, type Locator, type Page } from '@playwright/test';

import { importingText } from '#renderer/app/language/zh/importing.ts';

type Words = {
  readonly open: string;
  readonly title: string;
  readonly table: string;
  readonly submit: (good: number) => string;
  readonly done: (taken: number, known: number) => string;
};

/** The dialog that takes a table in, by the words of its screen. */
export class TableImport {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** Chooses a file to import and waits for its preview. */
  async preview(file: string): Promise<Locator> {
    const { open, title, table } = this.words;
    await this.page.getByRole('button', { name: open }).click();
    const dialog = this.page.getByRole('dialog', { name: title });
    await dialog.locator('input[type="file"]').or(this.page.locator('input[type="file"]')).first().setInputFiles(file);
    await expect(dialog.getByRole('table', { name: table })).toBeVisible();
    return dialog;
  }

  /** Takes the good rows of the preview in. */
  async take(dialog: Locator, good: number, known: number): Promise<void> {
    const { submit, done } = this.words;
    await dialog.getByRole('button', { name: submit(good) }).click();
    await expect(dialog.getByText(done(good, known))).toBeVisible();
    await dialog.getByRole('button', { name: importingText.close, exact: true }).last().click();
    await expect(dialog).toHaveCount(0);
  }
}
