import { expect, type Locator, type Page } from '@playwright/test';

import { reportStages, reportsText as words } from '#renderer/app/language/zh/reports.ts';
import type { ReportStage } from '#shared/report/state.ts';

/** One report. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async isShown(external: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: external })).toBeVisible();
  }

  /** Waits until it stands there. */
  async stands(stage: ReportStage): Promise<void> {
    await expect(this.page.getByText(reportStages[stage].text, { exact: true }).first()).toBeVisible({
      timeout: 40_000,
    });
  }

  /** The other reports that may be of the same thing. */
  get duplicates(): Locator {
    return this.page.getByRole('list', { name: words.duplicates.title });
  }

  /** Merges this one into the other. */
  async mergeInto(external: string, reason: string): Promise<void> {
    const title = words.duplicates.mergeInto(external);
    await this.duplicates.getByRole('button', { name: title }).click();
    const dialog = this.page.getByRole('dialog', { name: title });
    await dialog.getByRole('textbox', { name: words.duplicates.reason }).fill(reason);
    await dialog.getByRole('button', { name: words.duplicates.submit }).click();
    await this.stands('merged');
  }

  /** Takes it apart again. */
  async unmerge(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: words.detail.unmerge, exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: words.detail.unmerge });
    await dialog.getByRole('textbox', { name: words.detail.unmergeReason }).fill(reason);
    await dialog.getByRole('button', { name: words.detail.unmerge, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await this.stands('new');
  }

  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: words.steps.accept, exact: true }).click();
    await this.stands('accepted');
  }

  async dispatchTo(person: string, note: string): Promise<void> {
    await this.page.getByRole('combobox', { name: words.steps.officer }).click();
    await this.page.getByRole('option', { name: person }).click();
    await this.page.getByRole('textbox', { name: words.steps.note }).fill(note);
    await this.page.getByRole('button', { name: words.steps.dispatch, exact: true }).click();
    await this.stands('dispatched');
  }

  async handle(result: string): Promise<void> {
    await this.page.getByRole('textbox', { name: words.steps.result }).fill(result);
    await this.page.getByRole('button', { name: words.steps.handle, exact: true }).click();
    await this.stands('handled');
  }

  async answer(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: words.steps.answerText }).fill(text);
    await this.page.getByRole('button', { name: words.steps.answer, exact: true }).click();
    await this.stands('answered');
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: words.steps.close, exact: true }).click();
    await this.stands('closed');
  }
}
