import { expect, type Locator, type Page } from '@playwright/test';

import { reviewText as words } from '#renderer/app/language/zh/review.ts';

/** The supervision brigade's list and one case in it. */
export class ReviewPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A case's line. */
  line(title: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(title) });
  }

  /** Opens a case that has arrived. */
  async open(title: string): Promise<void> {
    await this.line(title).first().click({ timeout: 40_000 });
    await expect(this.page.getByRole('heading', { name: words.decision })).toBeVisible();
  }

  /** Opens the first photo in full size, fetched from the server, and closes it again. */
  async lookAtPhoto(): Promise<void> {
    await this.page.getByRole('list', { name: words.photos }).getByRole('button').first().click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.locator('img')).toBeVisible({ timeout: 30_000 });
    await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }

  /** Reads the notice. */
  async readNotice(): Promise<void> {
    await this.page.getByRole('button', { name: words.showPdf }).click();
    await expect(this.page.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
  }

  /** 退回 with a reason. */
  async return(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: words.return, exact: true }).click();
    await this.page.getByLabel(words.reason).fill(reason);
    await this.page.getByRole('button', { name: words.confirmReturn }).click();
    await expect(this.page.getByText(reason).first()).toBeVisible();
  }

  /** 认可, after an earlier word if there is one. */
  async accept(): Promise<void> {
    const again = this.page.getByRole('button', { name: words.changeDecision });
    const accept = this.page.getByRole('button', { name: words.accept, exact: true });
    await expect(again.or(accept)).toBeVisible();
    if (await again.isVisible()) await again.click();
    await accept.click();
    await this.page.getByRole('button', { name: words.confirmAccept }).click();
    await expect(this.page.getByText(words.doneAccepted).first()).toBeVisible();
  }
}
