import type { Locator, Page } from '@playwright/test';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';

import { publishConfirming } from './publishing.ts';

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
  publish(): Promise<void> {
    return publishConfirming(this.page, words.publishText);
  }
}
