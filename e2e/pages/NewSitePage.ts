import { expect, type Page } from '@playwright/test';

import { sites } from '#renderer/app/language/zh/sites.ts';

/** What a test fills into the form of a shop. */
export type SiteEntry = {
  readonly name: string;
  readonly operator: string;
  readonly address: string;
  readonly uscc?: string;
  readonly phone?: string;
  readonly division: string;
  readonly street: string;
};

/** The form that registers a shop. */
export class NewSitePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Fills and saves; waits for the shop's own page. */
  async register(entry: SiteEntry): Promise<void> {
    await this.fill(entry);
    await this.page.getByRole('button', { name: sites.save }).click();
    await expect(this.page.getByRole('heading', { name: entry.name })).toBeVisible();
  }

  /** Fills without saving. */
  async fill(entry: SiteEntry): Promise<void> {
    await this.page.getByLabel(sites.name).fill(entry.name);
    await this.page.getByLabel(sites.operator).fill(entry.operator);
    if (entry.uscc !== undefined) await this.page.getByLabel(sites.uscc).fill(entry.uscc);
    if (entry.phone !== undefined) await this.page.getByLabel(sites.phone).fill(entry.phone);
    await this.choose(sites.division, entry.division);
    await this.choose(sites.street, entry.street);
    await this.page.getByLabel(sites.address).fill(entry.address);
  }

  private async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
