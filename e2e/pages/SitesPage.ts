import type { Locator, Page } from '@playwright/test';

/** The list of shops. */
export class SitesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A shop's line in the list. */
  site(name: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(name) });
  }
}
