import { stateWords } from '#renderer/app/language/zh/states.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import type { SyncItem } from '#renderer/queries/syncItems.ts';

import { itemName, itemWhy } from './itemWords.ts';

/** Who is who, and who is at the screen. */
export type Readers = { readonly person: (user: string) => string; readonly user: string | undefined };

/** What spreadsheets would calculate begins like this; WPS and Excel show a leading apostrophe's cell as text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The list as CSV that WPS and Excel open: UTF-8 with a byte order mark, CRLF, one line per item. */
export function itemsCsv(items: readonly SyncItem[], { person, user }: Readers): string {
  const lines = items.map((item) => {
    const { why, todo, said = '' } = itemWhy(item, item.by === user, person(item.by));
    const state = stateWords[item.state].text;
    return [
      state,
      itemName(item),
      item.about,
      person(item.by),
      item.at,
      why,
      todo,
      item.rule ?? '',
      said,
      item.key,
      item.db,
    ];
  });
  return `\ufeff${[[...words.csv], ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
