import { expect, type Locator, type Page } from '@playwright/test';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';

/** The administrator's page of checklists. */
export class ChecklistsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The line of a checklist in use. */
  line(name: string): Locator {
    return this.page.getByRole('list', { name: words.inUse }).getByRole('listitem').filter({ hasText: name });
  }

  /** The text of the file that is checked. */
  get text(): Locator {
    return this.page.getByLabel(words.text);
  }

  /** Presses 发布 and confirms what it says. */
  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: words.publish, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toContainText(words.publishText);
    await dialog.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }
}
