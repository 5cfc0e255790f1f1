import { expect, type Locator, type Page } from '@playwright/test';

import { common } from '#renderer/app/language/zh/common.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

/** What is filled into the form of a thing: texts by label, then what is chosen. */
export type ThingEntry = {
  readonly texts: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
};

/** The registers: their lists, and the page of one thing. */
export class RegisterPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async pick(register: string): Promise<void> {
    await this.choose(sites.kind, register);
  }

  async filterBy(state: string): Promise<void> {
    await this.choose(sites.state, state);
  }

  /** Narrows to the list of the good or of the bad. */
  async standing(list: string): Promise<void> {
    await this.choose(sites.standing, list);
  }

  /** Registers another thing and waits for its page. */
  async register(register: string, name: string, entry: ThingEntry): Promise<void> {
    await this.page
      .getByRole('link', { name: sites.registerIn(register) })
      .first()
      .click();
    await this.fill(entry);
    await this.page.getByRole('button', { name: sites.save }).click();
    await expect(this.page.getByRole('heading', { name })).toBeVisible();
  }

  /** Fills the form without saving. */
  async fill({ texts, choices = {} }: ThingEntry): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await this.page.getByLabel(label).fill(text);
    for (const [label, option] of Object.entries(choices)) await this.choose(label, option);
  }

  async changeState(state: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: sites.changeState }).click();
    await this.choose(sites.newState, state);
    await this.page.getByLabel(sites.reason).fill(reason);
    await this.page.getByRole('dialog').getByRole('button', { name: common.save }).click();
    await expect(this.page.getByText(sites.stateSaved(state))).toBeVisible();
  }

  async edit(entry: ThingEntry): Promise<void> {
    await this.page.getByRole('link', { name: sites.edit, exact: true }).click();
    await this.fill(entry);
    await this.page.getByRole('button', { name: sites.saveChanges }).click();
    await expect(this.history).toBeVisible();
  }

  async withdraw(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: sites.withdraw }).click();
    await this.page.getByLabel(sites.withdrawReason).fill(reason);
    await this.page.getByRole('dialog').getByRole('button', { name: sites.withdraw }).click();
    await expect(this.page.getByRole('heading', { name: sites.title, exact: true })).toBeVisible();
  }

  get history(): Locator {
    return this.page.getByRole('list', { name: sites.history });
  }

  get permits(): Locator {
    return this.page.getByRole('list', { name: sites.permits });
  }

  get lines(): Locator {
    return this.page.getByRole('list', { name: sites.list }).getByRole('listitem');
  }

  private async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
