import { stateWords } from '#renderer/app/language/zh/states.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import type { SyncItem } from '#renderer/queries/syncItems.ts';
import { csvText } from '#shared/kernel/csv.ts';

import { itemName, itemWhy } from './itemWords.ts';

/** Who is who, and who is at the screen. */
export type Readers = { readonly person: (user: string) => string; readonly user: string | undefined };

/** The list as CSV, one line per item. */
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
  return csvText([[...words.csv], ...lines]);
}
