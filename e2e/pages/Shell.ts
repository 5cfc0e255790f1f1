import { expect, type Locator, type Page } from '@playwright/test';

import { nav } from '#renderer/app/language/zh/common.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { status } from '#renderer/app/language/zh/status.ts';

import { InspectionFormPage } from './InspectionFormPage.ts';
import { NewSitePage } from './NewSitePage.ts';

/** The frame around every screen: rail, status area, lock. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the app is entered. */
  async isShown(): Promise<void> {
    await expect(this.rail).toBeVisible();
  }

  private get rail(): Locator {
    return this.page.getByRole('navigation', { name: nav.label });
  }

  /** The status area that is always in view. */
  get statusArea(): Locator {
    return this.page.getByRole('link', { name: status.open }).getByRole('status');
  }

  /** Goes to a column of the rail. */
  async goTo(column: Exclude<keyof typeof nav, 'label' | 'lock'>): Promise<void> {
    await this.rail.getByRole('link', { name: nav[column], exact: true }).click();
  }

  /** Waits until everything is on the server. */
  async isInSync(): Promise<void> {
    await expect(this.statusArea).toContainText(status.in_sync, { timeout: 40_000 });
    await expect(this.statusArea).toContainText(status.waiting(0, 0), { timeout: 40_000 });
  }

  /** Waits until the app knows that it is offline. */
  async isOffline(): Promise<void> {
    await expect(this.statusArea).toContainText(status.offline, { timeout: 40_000 });
  }

  /** Locks the screen. */
  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: nav.lock }).click();
  }

  /** Opens the form that registers a shop. */
  async newSite(): Promise<NewSitePage> {
    await this.goTo('sites');
    await this.page.getByRole('link', { name: '登记商户' }).first().click();
    return new NewSitePage(this.page);
  }

  /** Starts an inspection of a shop found by name or pinyin initials. */
  async startInspection(query: string, site: string): Promise<InspectionFormPage> {
    await this.goTo('inspections');
    await this.page.getByRole('button', { name: inspectionsText.start }).first().click();
    await this.page.getByLabel(inspectionsText.searchSite).fill(query);
    await this.page.getByRole('list', { name: inspectionsText.startFor }).getByRole('button', { name: site }).click();
    const form = new InspectionFormPage(this.page);
    await form.isShown();
    return form;
  }
}
