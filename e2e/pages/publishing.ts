import { expect, type Page } from '@playwright/test';

import { publishingText as words } from '#renderer/app/language/zh/publishing.ts';

/** Presses 发布 and confirms what it says before: this text. */
export async function publishConfirming(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: words.publish, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(text);
  await dialog.getByRole('button', { name: words.publish, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
