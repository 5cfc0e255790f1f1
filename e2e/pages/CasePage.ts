import { expect, type Locator, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

import { NoticePage } from './NoticePage.ts';
import { confirmSecond, type Second } from './secondOfficer.ts';

const words = casesText.page;
const actions = casesText.actions;

/** A case: what comes next, its documents, what the brigade said. */
export class CasePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From a submitted inspection's page: registers its findings as a case. */
  static async open(page: Page, second: Second): Promise<CasePage> {
    await page.getByRole('link', { name: inspectionsText.view.openCase }).click();
    await confirmSecond(page, second);
    await page.getByRole('button', { name: casesText.new.submit, exact: true }).click();
    const opened = new CasePage(page);
    await expect(opened.next).toBeVisible();
    return opened;
  }

  /** What can be done next. */
  get next(): Locator {
    return this.page.getByRole('list', { name: words.next });
  }

  /** What the supervision brigade said. */
  get supervision(): Locator {
    return this.page.getByRole('status', { name: words.supervision });
  }

  /** The list of documents. */
  get documents(): Locator {
    return this.page.getByRole('list', { name: words.documents });
  }

  /** Opens the screen that makes the notice. */
  async makeNotice(): Promise<NoticePage> {
    await this.next.getByRole('link', { name: words.steps['issueNotice'] ?? '' }).click();
    return new NoticePage(this.page);
  }

  /** Opens the same screen on a device that has no numbers yet. */
  async prepareNotice(): Promise<NoticePage> {
    await this.next.getByRole('link', { name: words.prepare }).click();
    return new NoticePage(this.page);
  }

  /** Hands the notice to the party. */
  async serve(second: Second): Promise<void> {
    await this.next.getByRole('button', { name: words.steps['serveNotice'] ?? '' }).click();
    await confirmSecond(this.page, second);
    await this.page.getByRole('button', { name: actions.serveSubmit }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** 当场整改: the findings' photos show the place before, the given one after. */
  async fixOnSite(second: Second, after: PhotoFile): Promise<void> {
    await this.next.getByRole('button', { name: words.steps['fixOnSite'] ?? '' }).click();
    const dialog = this.page.getByRole('dialog');
    await this.addPhoto(dialog.getByRole('group', { name: actions.after }), after);
    await confirmSecond(this.page, second);
    await dialog.getByRole('button', { name: actions.fixSubmit }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** 留置送达: refused by the party; left with the reason and a photo. */
  async serveByLeaving(second: Second, reason: string, photo: PhotoFile): Promise<void> {
    await this.next.getByRole('button', { name: words.steps['serveNotice'] ?? '' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: actions.left, exact: true }).click();
    await dialog.getByLabel(actions.refusalReason).fill(reason);
    await this.addPhoto(dialog.getByRole('group', { name: actions.servicePhotos }), photo);
    await confirmSecond(this.page, second);
    await dialog.getByRole('button', { name: actions.serveSubmit }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Takes the number of the first document that can be voided out of use. */
  async voidNumber(reason: string): Promise<void> {
    await this.documents
      .getByRole('button', { name: words.steps['voidNumber'] ?? '' })
      .first()
      .click();
    await this.page.getByLabel(actions.voidReason).fill(reason);
    await this.page.getByRole('button', { name: actions.voidSubmit }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  private async addPhoto(group: Locator, photo: PhotoFile): Promise<void> {
    await group.locator('input[type="file"]').setInputFiles([photo]);
    await expect(group.locator('li img')).toHaveCount(1);
  }

  /** Comes back and finds it corrected. */
  async recheckFixed(second: Second, photo: PhotoFile): Promise<void> {
    await this.next.getByRole('button', { name: words.steps['recheck'] ?? '' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: actions.fixed, exact: true }).click();
    await dialog.locator('input[type="file"]').setInputFiles([photo]);
    await expect(dialog.locator('li img')).toHaveCount(1);
    await confirmSecond(this.page, second);
    await dialog.getByRole('button', { name: actions.recheckSubmit }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Opens the issued PDF and saves it; the save dialog must have been answered beforehand. */
  async savePdf(): Promise<void> {
    await this.documents.getByRole('button', { name: words.preview }).click();
    await expect(this.page.getByRole('dialog').locator('canvas').first()).toBeVisible();
    await this.page.getByRole('button', { name: words.save }).click();
    await expect(this.page.getByText(/^已保存到/)).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }
}
