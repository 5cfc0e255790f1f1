import { expect, type Page } from '@playwright/test';

import { fileText } from '#renderer/app/language/zh/files.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

import { FilePage, fillForm, type Filling } from './FilePage.ts';
import { confirmSecond, type Second } from './secondOfficer.ts';

const words = fileText.new;

/** 登记案件: the form that opens a file. */
export class NewFilePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the page of a site. */
  static async from(page: Page): Promise<NewFilePage> {
    await page.getByRole('link', { name: words.open }).click();
    const opened = new NewFilePage(page);
    await expect(page.getByRole('combobox', { name: words.matter })).toBeVisible();
    return opened;
  }

  /** Fills the form; matter by its code. */
  async fill(
    procedure: keyof typeof fileText.file.procedures,
    matter: string,
    photo: PhotoFile,
    filling: Filling = {},
  ): Promise<void> {
    const form = this.page.locator('main');
    const group = this.page.getByRole('radiogroup', { name: words.procedure });
    await group.getByRole('radio', { name: fileText.file.procedures[procedure] }).click();
    await fillForm(this.page, form, {
      picks: { [words.matter]: matter },
      photos: { [words.photos]: photo },
      ...filling,
    });
  }

  /** Takes another matter, and other texts. */
  async choose(matter: string, texts: Readonly<Record<string, string>>): Promise<void> {
    await fillForm(this.page, this.page.locator('main'), { picks: { [words.matter]: matter }, texts });
  }

  /** Tries to submit and is refused with the reason and its article; what was typed stays. */
  async refuses(name: string, reason: string, article: string, second?: Second): Promise<void> {
    if (second !== undefined) await confirmSecond(this.page, second);
    await this.page.getByRole('button', { name, exact: true }).click();
    const alert = this.page.getByRole('alert');
    await expect(alert).toContainText(reason);
    await expect(alert).toContainText(article);
  }

  /** Registers the file; on the spot this issues the decision. */
  async submit(name: string, second?: Second): Promise<FilePage> {
    if (second !== undefined) await confirmSecond(this.page, second);
    await this.page.getByRole('button', { name, exact: true }).click();
    const file = new FilePage(this.page);
    await expect(file.steps).toBeVisible({ timeout: 30_000 });
    return file;
  }
}
