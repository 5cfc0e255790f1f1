import type { Page } from '@playwright/test';

import { kit } from '#renderer/components/text.ts';

/** The second officer of a pair as tests know one. */
export type Second = { readonly name: string; readonly pin: string };

/** The second officer picks the own name and types the PIN. */
export async function confirmSecond(page: Page, { name, pin }: Second): Promise<void> {
  await page.getByRole('combobox', { name: kit.secondPerson }).click();
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await page.getByLabel(kit.secondPin).fill(pin);
}
