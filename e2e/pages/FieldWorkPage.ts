import { expect, type Locator, type Page } from '@playwright/test';

import { fieldWorkText as words } from '#renderer/app/language/zh/fieldWork.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';

import { InspectionFormPage } from './InspectionFormPage.ts';
import { NewFilePage } from './NewFilePage.ts';

/** What a report leads to in the field, and the way back. */
export class FieldWorkPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The inspections and cases that came of the report. */
  get born(): Locator {
    return this.page.getByRole('list', { name: words.born }).getByRole('listitem');
  }

  /** The reports that a record names. */
  get from(): Locator {
    return this.page.getByRole('list', { name: words.from.title }).getByRole('link');
  }

  /** What the form of the result begins with. */
  get result(): Locator {
    return this.page.getByRole('textbox', { name: reportsText.steps.result });
  }

  /** The dialog that asks what of the registers it is about. */
  async choosePlace(what: 'inspect' | 'file'): Promise<Locator> {
    await this.page.getByRole('button', { name: words[what], exact: true }).click();
    return this.page.getByRole('dialog', { name: words.place.titles[what] });
  }

  /** Begins the inspection of what stands near the report's place. */
  async inspectNear(site: string): Promise<InspectionFormPage> {
    const dialog = await this.choosePlace('inspect');
    await dialog.getByRole('list', { name: words.place.near }).getByRole('button', { name: site }).click();
    const form = new InspectionFormPage(this.page);
    await form.isShown();
    return form;
  }

  /** Begins a file about what stands near the report's place. */
  async fileNear(site: string): Promise<NewFilePage> {
    const dialog = await this.choosePlace('file');
    await dialog.getByRole('list', { name: words.place.near }).getByRole('button', { name: site }).click();
    await expect(this.page.getByRole('combobox', { name: fileText.new.matter })).toBeVisible();
    return new NewFilePage(this.page);
  }

  /** Back to the report that the record names. */
  async backToReport(): Promise<void> {
    await this.from.first().click();
    await expect(this.page.getByText(reportsText.detail.facts, { exact: true })).toBeVisible();
  }
}
