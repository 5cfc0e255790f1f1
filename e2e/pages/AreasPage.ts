import type { Locator, Page } from '@playwright/test';

import { areasText as words } from '#renderer/app/language/zh/areas.ts';

import { publishConfirming } from './publishing.ts';

/** The administrator's page of areas. */
export class AreasPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The line of a level in use. */
  line(level: string): Locator {
    return this.page.getByRole('list', { name: words.inUse }).getByRole('listitem').filter({ hasText: level });
  }

  /** What is wrong with the file. */
  get faults(): Locator {
    return this.page.getByRole('alert').getByRole('listitem');
  }

  /** Hands in a file with these features. */
  async take(name: string, json: unknown): Promise<void> {
    const buffer = Buffer.from(JSON.stringify(json));
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/geo+json', buffer });
  }

  /** Answers what the file does not say. */
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Presses 发布 and confirms what it says. */
  publish(): Promise<void> {
    return publishConfirming(this.page, words.publishText);
  }
}
