import { useState, type ReactNode } from 'react';

import { SaveTableButton } from '#renderer/app/SaveTableButton.tsx';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useSyncItems, type SyncItem } from '#renderer/queries/syncItems.ts';
import { useToday } from '#renderer/queries/useNow.ts';

import { ItemFilter, itemsOf, type ItemFilterValue } from './ItemFilter.tsx';
import { ItemLine } from './ItemLine.tsx';
import { Quiet, Rows } from './Rows.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { itemOrigin, itemTitle, itemWhy } from './itemWords.ts';
import { itemsCsv, type Readers } from './itemsCsv.ts';

function matches(item: SyncItem, text: string, { person, user }: Readers): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const { why } = itemWhy(item, item.by === user, person(item.by));
  return [itemTitle(item), itemOrigin(item, person(item.by)), why, item.key].some((part) =>
    part.toLowerCase().includes(wanted),
  );
}

/** Every item that is not settled in one list, and under a chip of their own those that were withdrawn. */
export function ItemsPanel(): ReactNode {
  const items = useSyncItems();
  const user = useSession()?.user;
  const { person } = useNames();
  const today = useToday();
  const [filter, setFilter] = useState<ItemFilterValue>({ show: 'unsettled', text: '' });
  const [withdrawing, setWithdrawing] = useState<SyncItem>();
  const readers: Readers = { person, user };
  const shown = itemsOf(items ?? [], filter.show).filter((item) => matches(item, filter.text, readers));
  return (
    <Panel
      title={words.items}
      flush
      aside={
        <SaveTableButton
          label={words.export}
          name={words.exportName(today)}
          disabled={shown.length === 0}
          text={() => itemsCsv(shown, readers)}
        />
      }
    >
      {items === undefined && <LoadingState />}
      {items !== undefined && items.length > 0 && <ItemFilter items={items} value={filter} onChange={setFilter} />}
      {items !== undefined && shown.length === 0 && (
        <Quiet text={filter.text === '' && filter.show === 'unsettled' ? words.itemsEmpty : words.noMatch} />
      )}
      {shown.length > 0 && (
        <Rows
          label={words.items}
          items={shown}
          row={(item) => (
            <ItemLine
              key={`${item.kind}${item.key}`}
              item={item}
              isOwn={item.by === user}
              person={person(item.by)}
              onWithdraw={setWithdrawing}
            />
          )}
        />
      )}
      {withdrawing !== undefined && <WithdrawDialog item={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Panel>
  );
}
