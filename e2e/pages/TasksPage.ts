import { expect, type Locator, type Page } from '@playwright/test';

import { shiftText, tasksText as words } from '#renderer/app/language/zh/tasks.ts';

import { InspectionFormPage } from './InspectionFormPage.ts';

/** Tasks on the page of the day, the form of a patrol and the page of one. */
export class TasksPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A panel of the page of the day. */
  private panel(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** 今天要做. */
  get today(): Locator {
    return this.panel(words.today);
  }

  /** What runs, for who plans. */
  get running(): Locator {
    return this.panel(words.running);
  }

  /** 接班. */
  get takeOver(): Locator {
    return this.panel(shiftText.panel);
  }

  /** Opens the form of a patrol from the page of the day. */
  async startPlan(): Promise<void> {
    await this.running.getByRole('link', { name: words.plan, exact: true }).click();
    await expect(this.page.getByRole('button', { name: words.form.submit })).toBeVisible();
  }

  /** Chooses in a field of the form. */
  async choose(label: string, option: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: label }).or(this.page.getByRole('textbox', { name: label }));
    await field.first().click();
    await this.page.getByRole('option', { name: option }).click();
    await this.page.keyboard.press('Escape');
  }

  /** Sends the plan out; waits for its page. */
  async submitPlan(): Promise<void> {
    await this.page.getByRole('button', { name: words.form.submit }).click();
    await expect(this.page.getByRole('button', { name: words.page.reassign })).toBeVisible();
  }

  /** One tap to the form of the next site of the first task. */
  async inspectNext(site: string): Promise<InspectionFormPage> {
    await this.today.getByRole('button', { name: words.next(site) }).click();
    const form = new InspectionFormPage(this.page);
    await form.isShown();
    return form;
  }

  /** Ends the shift. */
  async handOver(to: string, note: string): Promise<void> {
    await this.today.getByRole('button', { name: shiftText.open, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: shiftText.submit }).click();
    await expect(dialog.getByText(shiftText.toMissing)).toBeVisible();
    await dialog.getByRole('combobox', { name: shiftText.to }).click();
    await this.page.getByRole('option', { name: to }).click();
    await dialog.getByLabel(shiftText.note).fill(note);
    await dialog.getByRole('button', { name: shiftText.submit }).click();
    await expect(dialog).toBeHidden();
  }

  /** Confirms what was handed over. */
  async receive(): Promise<void> {
    await this.takeOver.getByRole('button', { name: shiftText.confirm }).click();
    await expect(this.takeOver).toBeHidden();
  }
}
