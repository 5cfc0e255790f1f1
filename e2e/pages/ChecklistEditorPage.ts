import { expect, type Locator, type Page } from '@playwright/test';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';

/** The editor of checklists. */
export class ChecklistEditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The outline at the left. */
  get outline(): Locator {
    return this.page.getByRole('navigation', { name: words.outline.label });
  }

  /** The line of a section or an item in the outline. */
  row(name: string | RegExp): Locator {
    return this.outline.getByRole('button', { name });
  }

  /** Chooses what stands in the outline under that name. */
  async choose(name: string | RegExp): Promise<void> {
    await this.row(name).click();
    await expect(this.row(name)).toHaveAttribute('aria-current', 'true');
  }

  /** A field of the form by its label. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Chooses one of a field's options. */
  async pick(label: string, option: string | RegExp, at = 0): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).nth(at).click();
    await this.page.getByRole('option', { name: option }).click();
    await this.page.keyboard.press('Escape');
  }

  /** Ticks a box by the words beside it. */
  async tick(label: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: label, exact: true }).check();
  }

  /** Waits until so much is said to be wrong. */
  async has(problems: number): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words.problems(problems) })).toBeVisible();
  }

  /** Waits until the last change is kept on this device. */
  async isKept(): Promise<void> {
    await expect(this.page.getByText(/^草稿已保存 /)).toBeVisible();
  }

  /** Goes to editing, trying or publishing. */
  async show(view: keyof typeof words.views): Promise<void> {
    await this.page.getByRole('radio', { name: words.views[view], exact: true }).click();
  }
}
