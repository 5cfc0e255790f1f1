import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { inside, valueAt, withInserted, withMoved, withoutAt, type Place } from '#shared/inspection/editing/place.ts';

import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';

type Props = {
  /** Where the list is. */
  readonly place: Place;
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  /** What a new line holds. */
  readonly fresh: () => unknown;
  /** The fields of one line. */
  readonly row: (place: Place, at: number) => ReactNode;
  /** A list without lines is none. */
  readonly optional?: boolean;
};

/** A list in the draft whose lines are added, moved and taken out. */
export function RowsEditor({ place, title, hint, add, fresh, row, optional = false }: Props): ReactNode {
  const { draft, faults, act, set } = useEditing();
  const value = valueAt(draft, place);
  const count = Array.isArray(value) ? value.length : 0;
  const error = errorAt(
    faults.filter((fault) => !/\.\d+\./.test(fault.place.slice(place.length))),
    place,
  );
  const move = (from: number, to: number): void => {
    act((before) => withMoved(before, place, from, to));
  };
  return (
    <fieldset className={classes['group']} data-place={place}>
      <legend>{title}</legend>
      <p className={classes['hint']}>{hint}</p>
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className={classes['row']}>
          <div className={classes['rowFields']}>{row(inside(place, at), at)}</div>
          <ActionIcon
            aria-label={`${words.actions.up} ${String(at + 1)}`}
            disabled={at === 0}
            onClick={() => move(at, at - 1)}
          >
            <IconArrowUp size={22} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={`${words.actions.down} ${String(at + 1)}`}
            disabled={at === count - 1}
            onClick={() => move(at, at + 1)}
          >
            <IconArrowDown size={22} aria-hidden />
          </ActionIcon>
          <ActionIcon
            color="red"
            aria-label={words.add.remove(at + 1)}
            onClick={() => {
              if (optional && count === 1) set(place, undefined);
              else act((before) => withoutAt(before, place, at));
            }}
          >
            <IconTrash size={22} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error !== undefined && <p className={classes['error']}>{error}</p>}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => act((before) => withInserted(before, place, count, fresh()))}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
