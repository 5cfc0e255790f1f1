import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { home } from '#renderer/app/language/zh/home.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';

import classes from './home.module.css';

/** How many lines a panel of the day shows; the rest stands in the full list. */
export const SHOWN = 5;

type Props<T> = {
  readonly title: string;
  /** The first of them, as many as are shown; `undefined` while loading. */
  readonly rows: readonly T[] | undefined;
  /** How many there are in all. */
  readonly count: number;
  readonly row: (item: T) => ReactNode;
  readonly empty: string;
  readonly emptyText: string;
  /** Where the rest can be seen. */
  readonly rest: string;
};

/** A short list of the day: loading, empty and cut-off states included. */
export function ListPanel<T>({ title, rows, count, row, empty, emptyText, rest }: Props<T>): ReactNode {
  const hidden = count - SHOWN;
  return (
    <Panel title={rows === undefined || rows.length === 0 ? title : `${title}（${String(count)}）`} flush>
      {rows === undefined && <LoadingState />}
      {rows?.length === 0 && <EmptyNote title={empty} text={emptyText} />}
      {rows !== undefined && rows.length > 0 && <LinkList label={title}>{rows.map(row)}</LinkList>}
      {hidden > 0 && (
        <Link href={rest} className={classes['more']}>
          {home.more(hidden)}
        </Link>
      )}
    </Panel>
  );
}
