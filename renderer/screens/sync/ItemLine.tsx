import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { stateWords } from '#renderer/app/language/zh/states.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { SyncItem } from '#renderer/queries/syncItems.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { itemOrigin, itemTitle, itemWhy } from './itemWords.ts';
import classes from './sync.module.css';

type Props = {
  readonly item: SyncItem;
  readonly isOwn: boolean;
  readonly person: string;
  readonly onWithdraw: (item: SyncItem) => void;
};

/** One item: what it is, where it stands, why, and what can be done about it. */
export function ItemLine({ item, isOwn, person, onWithdraw }: Props): ReactNode {
  const { text, tone } = stateWords[item.state];
  const { why, todo, said } = itemWhy(item, isOwn, person);
  return (
    <li className={classes['item']} data-state={item.state}>
      <div className={classes['badge']}>
        <StatusBadge tone={tone}>{text}</StatusBadge>
      </div>
      <div className={classes['main']}>
        <span className={classes['title']}>{itemTitle(item)}</span>
        <span className={classes['text']}>{itemOrigin(item, person)}</span>
        <span className={item.state === 'refused' ? classes['reason'] : classes['text']}>{why}</span>
        {todo !== '' && <span className={classes['todo']}>{todo}</span>}
        {said !== undefined && <span className={classes['said']}>{said}</span>}
        {item.kind === 'foreign' && <span className={classes['text']}>{item.key}</span>}
      </div>
      <Actions item={item} isOwn={isOwn} onWithdraw={onWithdraw} />
    </li>
  );
}

const LINK_WORDS: Readonly<Partial<Record<SyncItem['state'], string>>> = {
  refused: words.correct,
  withdrawn: words.redo,
};

function Actions({ item, isOwn, onWithdraw }: Omit<Props, 'person'>): ReactNode {
  const retry = useCommand('sync.retry');
  const isRefused = item.state === 'refused';
  return (
    <div className={classes['aside']}>
      {isRefused && (
        <Button variant="default" loading={retry.pending} onClick={() => void retry.run({ item: item.key })}>
          {words.retry}
        </Button>
      )}
      {item.href !== undefined && (
        <Button variant="default" component={Link} href={item.href}>
          {LINK_WORDS[item.state] ?? words.open}
        </Button>
      )}
      {isRefused && isOwn && item.what !== 'log.withheld' && (
        <Button variant="subtle" color="red" onClick={() => onWithdraw(item)}>
          {words.withdraw}
        </Button>
      )}
      <FormError error={retry.error === undefined ? undefined : messageOf(retry.error)} />
    </div>
  );
}
