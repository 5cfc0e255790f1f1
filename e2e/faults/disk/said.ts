import type { Page } from '@playwright/test';

import { diskText, diskWords } from '#renderer/app/language/zh/disk.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import type { MetaRow } from '#renderer/data/tables.ts';

import { readRows } from '../../fixtures/store.ts';
import type { Findings } from '../check/findings.ts';

/** What the app may say about a full disk, by the words it begins with. Anything else is a finding. */
const PLAIN: readonly string[] = [
  ...['disk_read_only', 'disk_low_photos', 'disk_full'].map((code) => messageOf({ code }).what),
  ...Object.values(diskText).map(({ title }) => title),
  diskWords.waiting,
];

/** What was saved is read out, too. */
const DONE = '已';

const POLL_MS = 150;

const wait = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

/** Waits for a condition; false when it does not come true in time. */
export async function within(ms: number, is: () => Promise<boolean> | boolean): Promise<boolean> {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs) {
    if (await is()) return true;
    await wait(POLL_MS);
  }
  return is();
}

/** The texts of what is read out: refusals, and the line over the page. */
export async function alertsOf(page: Page): Promise<readonly string[]> {
  const texts = (await page.getByRole('alert').allInnerTexts()).map((text) => text.trim());
  return texts.filter((text) => text !== '' && !text.startsWith(DONE));
}

/** Whether the line over the page says that nothing can be saved. */
export async function bannerSays(page: Page, levels: readonly (keyof typeof diskText)[]): Promise<boolean> {
  const texts = await page.getByRole('status').allInnerTexts();
  return texts.some((text) => levels.some((level) => text.includes(diskText[level].title)));
}

/** Notes a refusal that says something other than that there is no room, or says it in codes. */
export async function checkAlerts(page: Page, where: string, findings: Findings): Promise<void> {
  for (const alert of await alertsOf(page)) {
    const text = alert.replaceAll(/IMG_\w+\.jpg/g, ''); // the name of a photo is nobody's code
    const isPlain = PLAIN.some((words) => text.includes(words)) && !/[a-z]{3,}[_ :][a-z]{2,}|Error|ENOSPC/i.test(text);
    if (!isPlain) findings.add('invisible', `${where}: "${text.replaceAll('\n', ' / ')}" does not say what is wrong`);
  }
}

/** For whoever looks for the cause: what the app says, and what it notes of its sync. */
export async function stateOf(page: Page): Promise<readonly string[]> {
  const notes = await readRows<MetaRow>(page, 'meta').catch((error: unknown) => [
    { key: 'sync', value: String(error) },
  ]);
  const told = notes.filter(({ key }) => key === 'sync' || key === 'problems').map((row) => JSON.stringify(row));
  return [...(await alertsOf(page).catch(() => [])), ...told];
}
