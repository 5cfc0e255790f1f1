import { expect, type Locator, type Page } from '@playwright/test';

import { devicesText as words, shortDevice, standingNames } from '#renderer/app/language/zh/devices.ts';
import type { DeviceStanding } from '#shared/access/device.ts';

/** The administrator's page of devices. */
export class DevicesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The line of a device. */
  line(device: string): Locator {
    return this.page.getByRole('listitem', { name: words.idOf(shortDevice(device)) });
  }

  /** Waits until a device stands like this. */
  async stands(device: string, standing: DeviceStanding): Promise<void> {
    await expect(this.line(device)).toContainText(standingNames[standing], { timeout: 40_000 });
  }

  async approve(device: string): Promise<void> {
    await this.line(device).getByRole('button', { name: words.approve }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: words.approve, exact: true }).click();
    await this.stands(device, 'approved');
  }

  async revoke(device: string, reason: string): Promise<void> {
    await this.line(device).getByRole('button', { name: words.revoke }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(words.reason).fill(reason);
    await dialog.getByRole('button', { name: words.revoke, exact: true }).click();
    await this.stands(device, 'revoked');
  }
}
