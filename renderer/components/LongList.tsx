import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { LinkList } from './LinkRow.tsx';
import classes from './LongList.module.css';

/** Lines shown at first: more than a screen holds, few enough to be drawn while somebody types. */
export const FIRST_LINES = 40;
/** How many more a tap adds. */
const MORE = 200;

type Props<T> = {
  /** The first lines; as many as were asked for, or all. */
  readonly rows: readonly T[];
  /** How many there are in all. */
  readonly count: number;
  /** One line; with a key of its own. */
  readonly row: (item: T) => ReactNode;
  readonly label: string;
  /** Asks for so many lines from now on. */
  readonly onMore: (most: number) => void;
  readonly words: {
    readonly shownOf: (shown: number, all: number) => string;
    readonly showMore: (n: number) => string;
  };
};

/** A list that leads somewhere, its first lines at first. Lines that stay are not drawn again. */
export function LongList<T>({ rows, count, row, label, onMore, words }: Props<T>): ReactNode {
  const left = count - rows.length;
  return (
    <>
      <LinkList label={label}>{rows.map(row)}</LinkList>
      {left > 0 && (
        <div className={classes['rest']}>
          <Text c="dimmed">{words.shownOf(rows.length, count)}</Text>
          <Button variant="default" onClick={() => onMore(rows.length + MORE)}>
            {words.showMore(Math.min(MORE, left))}
          </Button>
        </div>
      )}
    </>
  );
}
