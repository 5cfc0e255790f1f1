import { expect, type Locator, type Page } from '@playwright/test';

import { sitePhotosText as words } from '#renderer/app/language/zh/sitePhotos.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

/** The photos on the page of a thing of a register. */
export class SitePhotosPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** How it stood, day by day. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: words.title });
  }

  /** What inspections took of it. */
  get ofInspections(): Locator {
    return this.page.getByRole('region', { name: words.inspections });
  }

  /** Chooses photos in the dialog and saves them. */
  async add(name: string, ...files: readonly PhotoFile[]): Promise<void> {
    const dialog = await this.choose(name, ...files);
    await dialog.getByRole('button', { name: words.save }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** Chooses photos without saving. */
  async choose(name: string, ...files: readonly PhotoFile[]): Promise<Locator> {
    await this.page.getByRole('button', { name: words.add }).click();
    const dialog = this.page.getByRole('dialog', { name: words.addTitle(name) });
    await dialog.locator('input[type="file"]').setInputFiles([...files]);
    await expect(dialog.getByRole('listitem')).toHaveCount(files.length);
    return dialog;
  }
}
