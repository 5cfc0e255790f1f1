import { expect, type Locator, type Page } from '@playwright/test';

import { stateWords } from '#renderer/app/language/zh/states.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import type { ItemState } from '#shared/sync/itemState.ts';

/** The page that lists what is not settled. */
export class SyncPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Every item that is shown. */
  get items(): Locator {
    return this.page.getByRole('list', { name: words.items });
  }

  /** The items of a state. */
  inState(state: ItemState): Locator {
    return this.items.locator(`[data-state="${state}"]`);
  }

  /** Narrows the list to a state, or to all that is not settled. */
  async show(state: ItemState | 'unsettled'): Promise<void> {
    const name = state === 'unsettled' ? words.unsettled : stateWords[state].text;
    await this.page.getByText(new RegExp(`^${name} \\d+$`)).click();
  }

  /** Takes back the first refused item with these words in it, for a reason. */
  async withdraw(item: string, reason: string): Promise<void> {
    await this.inState('refused')
      .filter({ hasText: item })
      .first()
      .getByRole('button', { name: words.withdraw })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.withdrawSubmit }).click();
    await expect(dialog.getByText(words.withdrawReasonMissing)).toBeVisible();
    await dialog.getByLabel(words.withdrawReason).fill(reason);
    await dialog.getByRole('button', { name: words.withdrawSubmit }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }
}
