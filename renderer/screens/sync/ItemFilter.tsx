import { Chip, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { stateWords } from '#renderer/app/language/zh/states.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import type { SyncItem } from '#renderer/queries/syncItems.ts';
import { ITEM_STATES, type ItemState } from '#shared/sync/itemState.ts';

import classes from './sync.module.css';

/** What the list is narrowed to; `unsettled` is everything but what was withdrawn. */
export type ItemFilterValue = { readonly show: ItemState | 'unsettled'; readonly text: string };

/** The items of a choice of states. */
export function itemsOf(items: readonly SyncItem[], show: ItemFilterValue['show']): readonly SyncItem[] {
  return items.filter((item) => (show === 'unsettled' ? item.state !== 'withdrawn' : item.state === show));
}

type Props = {
  readonly items: readonly SyncItem[];
  readonly value: ItemFilterValue;
  readonly onChange: (value: ItemFilterValue) => void;
};

/** State chips with counts, and a search. A state without items has no chip, except the chosen one. */
export function ItemFilter({ items, value, onChange }: Props): ReactNode {
  const chips = (['unsettled', ...ITEM_STATES] as const)
    .map((show) => ({ show, count: itemsOf(items, show).length }))
    .filter(({ show, count }) => show === 'unsettled' || show === value.show || count > 0);
  const nameOf = (show: ItemFilterValue['show']): string =>
    show === 'unsettled' ? words.unsettled : stateWords[show].text;
  return (
    <div className={classes['filter']}>
      <Chip.Group value={value.show} onChange={(show) => onChange({ ...value, show: show })}>
        <Group gap="xs" role="group" aria-label={words.filter}>
          {chips.map(({ show, count }) => (
            <Chip key={show} value={show} variant="outline" size="md">
              {`${nameOf(show)} ${String(count)}`}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextInput
        aria-label={words.search}
        placeholder={words.searchHint}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        className={classes['search']}
      />
    </div>
  );
}
