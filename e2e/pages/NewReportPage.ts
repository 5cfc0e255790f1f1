import { expect, type Page } from '@playwright/test';

import { reportKinds, reportsText } from '#renderer/app/language/zh/reports.ts';

const words = reportsText.form;

/** The form that takes a report down. */
export class NewReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the list. */
  static async from(page: Page): Promise<NewReportPage> {
    await page.getByRole('link', { name: reportsText.add }).first().click();
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
    return new NewReportPage(page);
  }

  /** A visit to a community, complete. */
  async fillVisit(community: string, headcount: string, text: string, address: string): Promise<void> {
    await this.page.getByRole('radio', { name: reportKinds.visit }).click();
    await this.page.getByRole('combobox', { name: words.source }).click();
    await this.page.getByRole('option', { name: '其他' }).click();
    await this.page.getByRole('radio', { name: words.topics.service }).click();
    await this.page.getByRole('textbox', { name: words.community }).fill(community);
    await this.page.getByRole('textbox', { name: words.headcount }).fill(headcount);
    await this.page.getByRole('textbox', { name: words.text.visit }).fill(text);
    await this.page.getByRole('textbox', { name: words.address }).fill(address);
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: words.save, exact: true }).click();
  }
}
