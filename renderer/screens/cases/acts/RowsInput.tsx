import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { actForm, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';

import type { ActField } from './actFields.ts';
import { rowsOf } from './actValues.ts';
import classes from './acts.module.css';
import type { Values } from './values.ts';

type Change = (change: (before: unknown) => unknown, when: 'now' | 'soon') => void;

type Props = {
  readonly field: Extract<ActField, { readonly is: 'rows' }>;
  readonly value: unknown;
  readonly act: ActKey;
  readonly onChange: Change;
  readonly error?: string | undefined;
  /** Draws one member of one line. */
  readonly cell: (field: ActField, value: unknown, onChange: Change) => ReactNode;
};

/** A list of equal lines: floors, things, members. */
export function RowsInput({ field, value, act, onChange, error, cell }: Props): ReactNode {
  const label = fieldLabel(act, field.name);
  const rows = rowsOf(value);
  const shown = rows.length === 0 && field.min > 0 ? [{}] : rows;
  const setRow = (index: number, change: (row: Values) => Values, when: 'now' | 'soon'): void =>
    onChange((before) => {
      const all = rowsOf(before).length === 0 ? [{}] : rowsOf(before);
      return all.map((row, at) => (at === index ? change(row) : row));
    }, when);
  return (
    <fieldset className={classes['group']}>
      <legend>{label}</legend>
      {shown.map((row: Values, index) => (
        <div key={String(index)} className={classes['row']} role="group" aria-label={`${label} ${String(index + 1)}`}>
          {field.fields.map((inner) => (
            <div key={inner.name} className={classes['cell']}>
              {cell(inner, row[inner.name], (change, when) =>
                setRow(index, (before) => ({ ...before, [inner.name]: change(before[inner.name]) }), when),
              )}
            </div>
          ))}
          {shown.length > field.min && (
            <ActionIcon
              variant="subtle"
              size="xl"
              aria-label={actForm.removeRow(label, index + 1)}
              onClick={() => onChange((before) => rowsOf(before).filter((_, at) => at !== index), 'now')}
            >
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {error !== undefined && <p className={classes['error']}>{error}</p>}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={() => onChange(() => [...shown, {}], 'now')}
      >
        {actForm.addRow(label)}
      </Button>
    </fieldset>
  );
}
