import { expect, type Locator, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { printStates, printingText as words } from '#renderer/app/language/zh/printing.ts';

import type { Shell } from './Shell.ts';

const PRINTS_WITHIN_MS = 60_000;

/** Dialogs and the queue of printing. */
export class Printing {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get jobs(): Locator {
    return this.page.getByRole('list', { name: words.jobs }).getByRole('listitem');
  }

  /** From the page of a case: opens the first document and its print form. */
  async openFirst(): Promise<void> {
    await this.page.getByRole('button', { name: casesText.page.preview }).first().click();
    await this.dialog.getByRole('button', { name: casesText.page.print, exact: true }).click({ timeout: 30_000 });
    await expect(this.thumb(1).locator('canvas')).toBeVisible({ timeout: 30_000 });
  }

  thumb(page: number): Locator {
    return this.dialog.getByRole('button', { name: words.thumb(page), exact: true });
  }

  /** Presses the button that prints, whatever it counts. */
  async print(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^打印 \d/u }).click();
    await expect(this.dialog.getByText(words.queued)).toBeVisible();
  }

  async finish(): Promise<void> {
    await this.dialog.getByRole('button', { name: words.finish, exact: true }).click();
  }

  /** Goes to the page of the queue. */
  async openQueue(shell: Shell): Promise<void> {
    await shell.goTo('cases');
    await this.page.getByRole('link', { name: /^打印队列/u }).click();
    await expect(this.jobs.first()).toBeVisible();
  }

  /** So many jobs are listed in that state, and none in another. */
  async allAre(state: keyof typeof printStates, count: number): Promise<void> {
    await expect(this.jobs).toHaveCount(count);
    await expect(this.jobs.filter({ has: this.page.getByText(printStates[state].text, { exact: true }) })).toHaveCount(
      count,
      { timeout: PRINTS_WITHIN_MS + count * 10_000 },
    );
  }
}
