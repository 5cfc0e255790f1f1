import { expect, type Page } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';

const words = inspectionsText.form;

/** The checklist form of one inspection. */
export class InspectionFormPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the form is there. */
  async isShown(): Promise<void> {
    await expect(this.page.getByRole('button', { name: words.submit })).toBeVisible();
  }

  /** Answers an item by the word on its button. */
  async answer(code: string, answer: keyof typeof words.answers): Promise<void> {
    await this.item(code).getByRole('radio', { name: words.answers[answer], exact: true }).click();
  }

  /** Chooses an option of a choice item. */
  async choose(code: string, option: string): Promise<void> {
    await this.item(code).getByRole('radio', { name: option, exact: true }).click();
  }

  /** Answers every item that has no answer yet with 合格. */
  async passTheRest(): Promise<void> {
    const groups = this.page.getByRole('radiogroup', { name: /^[A-Z]\d+ / });
    const labels = await groups.evaluateAll((all) => all.map((group) => group.getAttribute('aria-label') ?? ''));
    for (const label of labels) {
      const group = this.page.getByRole('radiogroup', { name: label, exact: true });
      const chosen = await group.locator('[aria-checked="true"]').count();
      const pass = group.getByRole('radio', { name: words.answers.pass, exact: true });
      if (chosen === 0 && (await pass.count()) === 1) await pass.click();
    }
  }

  /** Writes what was seen at a failed item. */
  async note(code: string, text: string): Promise<void> {
    await this.item(code).getByLabel(words.note).fill(text);
  }

  /** Adds photos to an item; waits until they are shown. */
  async addPhotos(
    code: string,
    files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[],
    shown: number,
  ): Promise<void> {
    await this.item(code)
      .locator('input[type="file"]')
      .setInputFiles([...files]);
    await expect(this.item(code).locator('li img')).toHaveCount(shown);
  }

  /** Waits until the last change is kept on this device. */
  async isSaved(): Promise<void> {
    await expect(this.page.getByText(/^已保存 /)).toBeVisible();
  }

  /** Submits; waits for the record's page. */
  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: words.submit }).click();
    await expect(this.page.getByRole('heading', { name: /^检查记录/ })).toBeVisible();
  }

  private item(code: string): ReturnType<Page['locator']> {
    return this.page.getByRole('article').filter({ has: this.page.getByText(code, { exact: true }) });
  }
}
