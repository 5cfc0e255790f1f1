import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { LinkList } from './LinkRow.tsx';
import classes from './LongList.module.css';

/** Lines shown at first: more than a screen holds, few enough to be drawn while somebody types. */
const FIRST = 50;
/** How many more a tap adds. */
const MORE = 200;

type Props<T> = {
  readonly rows: readonly T[];
  /** One line; with a key of its own. */
  readonly row: (item: T) => ReactNode;
  readonly label: string;
  /** What was asked for: the list begins anew with another question, not with another answer. */
  readonly asked: string;
  readonly words: {
    readonly shownOf: (shown: number, all: number) => string;
    readonly showMore: (n: number) => string;
  };
};

/** A list that leads somewhere, its first lines at first. Lines that stay are not drawn again. */
export function LongList<T>({ rows, row, label, asked, words }: Props<T>): ReactNode {
  const [most, setMost] = useState({ asked, count: FIRST });
  const count = most.asked === asked ? most.count : FIRST;
  const left = rows.length - count;
  return (
    <>
      <LinkList label={label}>{rows.slice(0, count).map(row)}</LinkList>
      {left > 0 && (
        <div className={classes['rest']}>
          <Text c="dimmed">{words.shownOf(count, rows.length)}</Text>
          <Button variant="default" onClick={() => setMost({ asked, count: count + MORE })}>
            {words.showMore(Math.min(MORE, left))}
          </Button>
        </div>
      )}
    </>
  );
}
