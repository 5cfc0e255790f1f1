import { expect, type Locator, type Page } from '@playwright/test';

import { planText as words } from '#renderer/app/language/zh/plan.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

import type { Shell } from './Shell.ts';

/** 年度计划: the board, one indicator, and the form of a monthly value. */
export class PlanPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the board from the rail. */
  static async from({ page, shell }: { readonly page: Page; readonly shell: Shell }): Promise<PlanPage> {
    await shell.goTo('plan');
    await expect(page.getByRole('list', { name: words.list }).first()).toBeVisible();
    return new PlanPage(page);
  }

  /** An indicator's line on the board. */
  line(name: string): Locator {
    return this.page.getByRole('list', { name: words.list }).getByRole('link', { name });
  }

  /** The records that the number of the opened indicator is made of. */
  get records(): Locator {
    return this.page.getByRole('list', { name: words.records }).getByRole('link');
  }

  /** What was entered of the opened indicator, the last first. */
  get history(): Locator {
    return this.page.getByRole('list', { name: words.history, exact: true }).locator('> li');
  }

  /** Opens an indicator. */
  async open(name: string): Promise<void> {
    await this.line(name).click();
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  /** Goes back to the board. */
  async back(): Promise<void> {
    await this.page.getByRole('link', { name: '返回' }).click();
    await expect(this.page.getByRole('list', { name: words.list }).first()).toBeVisible();
  }

  /** Opens the form. */
  async startEntry(): Promise<Locator> {
    await this.page.getByRole('button', { name: words.enter }).click();
    return this.page.getByRole('dialog');
  }

  /** Fills and saves what is to be taken. */
  async enter(value: string, photo: PhotoFile): Promise<void> {
    const dialog = await this.startEntry();
    await dialog.getByRole('textbox', { name: /^数值/ }).fill(value);
    const group = dialog.getByRole('group', { name: words.reportPhoto });
    await group.locator('input[type="file"]').setInputFiles([photo]);
    await expect(group.locator('img').first()).toBeVisible();
    await dialog.getByRole('button', { name: words.submit }).click();
    await expect(dialog).toHaveCount(0);
  }
}
