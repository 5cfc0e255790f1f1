import type { Page } from '@playwright/test';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import type { Shell } from '../../pages/Shell.ts';

import { toPaint } from './paints.ts';

/** What is typed into the search fields, a character at a time, and taken out again at once. */
export const TYPED = ['好味', '王', '百佳面馆', '旺福超市'] as const;
const BY_INITIALS = ['hw', 'xlm', 'wf'] as const;
const SHOWN = ['correction', 'investigation', 'todo', 'ended', 'all'] as const;
const SORTED = ['newest', 'urgent'] as const;

/** How long each answer took to be on the screen, in milliseconds. */
export type Times = { readonly filter: number[]; readonly sort: number[]; readonly search: number[] };

/** Opens the list of cases, waits until it shows that many, then narrows, sorts and searches it. */
export async function useCaseList(shell: Shell, count: number, times: Times): Promise<void> {
  const { page } = shell;
  await shell.goTo('cases');
  await page.getByText(caseListText.count(count), { exact: true }).waitFor({ timeout: 120_000 });
  const pick = async (label: string, option: string): Promise<number> => {
    await page.getByRole('combobox', { name: label }).click();
    return toPaint(page, 'click', () => page.getByRole('option', { name: option, exact: true }).click());
  };
  // What waits for a person is found out in the background once; it is there before anybody looks for it.
  await pick(caseListText.stage, caseListText.show.todo);
  for (const show of SHOWN) times.filter.push(await pick(caseListText.stage, caseListText.show[show]));
  for (const sort of SORTED) times.sort.push(await pick(caseListText.sort, caseListText.sorts[sort]));
  await typeInto(page, casesText.search, TYPED, times.search);
}

/** Opens the register of sites and searches it by name and by initials. */
export async function useSiteList(shell: Shell, count: number, times: Times): Promise<void> {
  const { page } = shell;
  await shell.goTo('sites');
  await page.getByRole('list', { name: sites.list }).getByRole('listitem').first().waitFor({ timeout: 120_000 });
  await page.getByText(String(count)).first().waitFor({ timeout: 120_000 });
  await typeInto(page, sites.search, [...TYPED, ...BY_INITIALS], times.search);
}

async function typeInto(page: Page, label: string, texts: readonly string[], times: number[]): Promise<void> {
  const field = page.getByLabel(label);
  for (const text of texts) {
    await field.focus();
    for (const char of text) times.push(await toPaint(page, 'input', () => page.keyboard.insertText(char)));
    await field.selectText();
    times.push(await toPaint(page, 'input', () => page.keyboard.press('Backspace')));
  }
}
