import { expect, type Locator, type Page } from '@playwright/test';

import { actForm, choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { kit } from '#renderer/components/text.ts';
import type { ServiceMode } from '#shared/events/serviceEvents.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

import { fillForm, type Filling } from './FilePage.ts';
import { drawInto } from './drawn.ts';
import { confirmSecond, type Second } from './secondOfficer.ts';

const { page: words, actions } = casesText;

/** Service on the page of a correction case: its form, its proofs, and what comes back signed. */
export class ServicePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The papers of the case. */
  get papers(): Locator {
    return this.page.getByRole('list', { name: words.papers });
  }

  /** What the file says of proofs that are not back yet. */
  get missingReceipts(): Locator {
    return this.page.getByRole('note', { name: words.receiptsMissing });
  }

  /** The open dialog. */
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Opens the form of service and chooses the way. */
  async begin(mode: ServiceMode): Promise<void> {
    const next = this.page.getByRole('list', { name: words.next });
    await next.getByRole('button', { name: words.steps['serveNotice'] ?? '' }).click();
    if (mode === 'direct' || mode === 'left') {
      await this.dialog.getByRole('radio', { name: actions[mode], exact: true }).click();
      return;
    }
    await this.dialog.getByRole('combobox', { name: actions.otherModes }).click();
    await this.page.getByRole('option', { name: choiceLabel('mode', mode), exact: true }).click();
  }

  /** Fills what this way of service asks for, and has the second officer confirm. */
  async fill(filling: Filling, second: Second): Promise<void> {
    await fillForm(this.page, this.dialog, filling);
    await confirmSecond(this.page, second);
  }

  /** The receiver writes on the screen, with two strokes. */
  async draw(): Promise<void> {
    const pad = this.dialog.getByRole('group', { name: fieldLabel('document.served', 'drawn') });
    await drawInto(this.page, pad);
    await expect(pad.getByRole('button', { name: kit.clearDrawing })).toBeVisible();
  }

  /** Sends the form; it is written and the dialog closes. */
  async submit(): Promise<void> {
    await this.press();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Sends the form and is refused; the form stays and says why. */
  async isRefused(...why: readonly string[]): Promise<void> {
    await this.press();
    for (const words of why) await expect(this.dialog.getByRole('alert').first()).toContainText(words);
  }

  /** 登记送达地址确认书 with consent to electronic service. */
  async confirmAddress(eAddress: string, second: Second): Promise<void> {
    await this.page.getByRole('button', { name: words.confirmAddress }).click();
    const type = 'service.addressConfirmed';
    await fillForm(this.page, this.dialog, { ticks: [fieldLabel(type, 'electronic')] });
    await fillForm(this.page, this.dialog, { texts: { [fieldLabel(type, 'eAddress')]: eAddress } });
    await confirmSecond(this.page, second);
    await this.dialog.getByRole('button', { name: actForm.submit, exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** 归档签名件 of the first paper of that name. */
  async scan(title: string, photo: PhotoFile): Promise<void> {
    const line = this.papers.getByRole('listitem').filter({ hasText: title }).first();
    await line.getByRole('button', { name: words.scan }).click();
    const group = this.dialog.getByRole('group', { name: words.scanPhotos });
    await group.locator('input[type="file"]').setInputFiles([photo]);
    await expect(group.locator('li img')).toHaveCount(1);
    await this.dialog.getByRole('button', { name: words.scanSubmit, exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
    await expect(line).toContainText(words.scanned(1));
  }

  private async press(): Promise<void> {
    await this.dialog.getByRole('button', { name: actions.serveSubmit }).click();
  }
}
