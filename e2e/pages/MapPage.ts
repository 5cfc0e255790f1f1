import { expect, type Locator, type Page } from '@playwright/test';

import { mapText as words } from '#renderer/app/language/zh/map.ts';

/** A map, and the tools that draw on it: on its own page or in a dialog. */
export class MapPage {
  readonly page: Page;
  readonly map: Locator;

  constructor(page: Page, label: string = words.label) {
    this.page = page;
    this.map = page.getByRole('region', { name: label });
  }

  /** Waits until the engine has drawn. */
  async isShown(): Promise<void> {
    await expect(this.map.locator('canvas')).toBeVisible();
  }

  /** Taps at parts of its width and height, one after the other. */
  async tap(...places: readonly (readonly [x: number, y: number])[]): Promise<void> {
    const box = await this.map.boundingBox();
    if (box === null) throw new Error('there is no map');
    for (const [x, y] of places) await this.map.click({ position: { x: box.width * x, y: box.height * y } });
  }

  /** The corners as text. */
  get corners(): Locator {
    return this.page.getByLabel(words.corners);
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: words.close, exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: words.undo, exact: true }).click();
  }
}
