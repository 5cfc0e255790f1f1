import { expect, type Locator, type Page } from '@playwright/test';

import { bundleText as words } from '#renderer/app/language/zh/bundle.ts';

import type { RunningApp } from '../fixtures/app.ts';
import { answerOpenDialog, answerSaveDialog } from '../fixtures/dialogs.ts';

/** Exporting and importing un-synced work on the sync page. */
export class BundleDialogs {
  readonly #app: RunningApp;

  constructor(app: RunningApp) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  get #page(): Page {
    return this.#app.page;
  }

  /** Opens the export dialog. */
  async openExport(): Promise<void> {
    await this.#page.getByRole('button', { name: words.export }).click();
    await expect(this.dialog.getByText(words.exportHow[0])).toBeVisible();
  }

  /** Writes the file from the open dialog and closes it. */
  async export(path: string): Promise<void> {
    await answerSaveDialog(this.#app.app, path);
    await this.dialog.getByRole('button', { name: words.choosePlace }).click();
    await expect(this.dialog.getByText(words.exportedTo(path))).toBeVisible();
    await this.dialog.getByRole('button', { name: words.close }).last().click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Chooses bundle and key and types the passphrase; what follows is up to the caller. */
  async open(bundle: string, key: string, passphrase: string): Promise<void> {
    if ((await this.dialog.count()) === 0) await this.#page.getByRole('button', { name: words.import }).click();
    await answerOpenDialog(this.#app.app, bundle);
    await this.dialog.getByRole('button', { name: words.pick }).click();
    await expect(this.dialog.getByText(words.keyStep)).toBeVisible();
    await answerOpenDialog(this.#app.app, key);
    await this.dialog.getByRole('button', { name: words.pickKey }).click();
    await this.dialog.getByLabel(words.passphrase).fill(passphrase);
    await this.dialog.getByRole('button', { name: words.open }).click();
  }

  /** Waits for the preview. */
  async isPreviewed(): Promise<void> {
    await expect(this.dialog.getByText(words.previewTitle)).toBeVisible({ timeout: 30_000 });
  }

  /** Imports what is previewed and closes the dialog. */
  async import(events: number, blobs: number): Promise<void> {
    await this.dialog.getByRole('button', { name: words.doImport, exact: true }).click();
    await expect(this.dialog.getByText(words.importedText(events, blobs))).toBeVisible({ timeout: 30_000 });
    await this.dialog.getByRole('button', { name: words.close }).last().click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Leaves the dialog. */
  async leave(): Promise<void> {
    await this.dialog.getByRole('button', { name: words.cancel }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
