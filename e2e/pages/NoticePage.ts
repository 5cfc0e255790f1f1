import { expect, type Page } from '@playwright/test';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';

import { confirmSecond, type Second } from './secondOfficer.ts';

/** The screen that makes a correction notice: form, preview, issuing. */
export class NoticePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Fills what the case does not know: the phone for questions. */
  async fill(contact: string): Promise<void> {
    await this.page.getByLabel(words.contact).fill(contact);
  }

  /** Waits until the preview shows pages. */
  async isPreviewed(): Promise<void> {
    await expect(this.page.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
  }

  /** Issues the notice with the second officer's PIN; answers its number. */
  async issue(second: Second): Promise<string> {
    await confirmSecond(this.page, second);
    await this.page.getByRole('button', { name: words.issue, exact: true }).click();
    const number = this.page.getByText(/^编号 /);
    await expect(number).toBeVisible({ timeout: 30_000 });
    return ((await number.textContent()) ?? '').replace('编号 ', '');
  }

  /** Back to the case after issuing. */
  async toCase(): Promise<void> {
    await this.page.getByRole('link', { name: words.toCase }).click();
    await expect(this.page.getByRole('heading', { name: words.title })).toHaveCount(0);
  }
}
