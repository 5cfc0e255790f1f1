import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';

import { caseListText as words } from '#renderer/app/language/zh/caseList.ts';
import { DateField } from '#renderer/components/DateField.tsx';
import { FAMILIES, type ListFilter } from '#renderer/queries/caseLines/question.ts';

import classes from '../cases.module.css';

import { PROCEDURES } from './savedViews.ts';

const PROCEDURE_OPTIONS = PROCEDURES.map((value) => ({ value, label: words.procedures[value] }));
const FAMILY_OPTIONS = FAMILIES.map((value) => ({ value, label: words.families[value] }));

/** Somebody who handles a case of the list, or another choice. */
export type Handler = { readonly value: string; readonly label: string };

type Props = {
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
  readonly handlers: readonly Handler[];
};

/** Procedure, matter, officer, dates, overdue. */
export function MoreFilters({ filter, onChange, handlers }: Props): ReactNode {
  const pick = (name: 'procedure' | 'family' | 'officer', label: string, data: readonly Handler[]): ReactNode => (
    <Select
      label={label}
      data={[...data]}
      placeholder={words.any}
      value={filter[name] === '' ? null : filter[name]}
      onChange={(value) => onChange({ ...filter, [name]: value ?? '' })}
      clearable
      searchable={data.length > 10}
      className={classes['short']}
    />
  );
  return (
    <div className={classes['filters']}>
      {pick('procedure', words.procedure, PROCEDURE_OPTIONS)}
      {pick('family', words.family, FAMILY_OPTIONS)}
      {pick('officer', words.officer, handlers)}
      <div className={classes['short']}>
        <DateField label={words.from} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      </div>
      <div className={classes['short']}>
        <DateField label={words.to} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      </div>
      <Checkbox
        label={words.overdue}
        checked={filter.overdue}
        onChange={(event) => onChange({ ...filter, overdue: event.currentTarget.checked })}
        classNames={{ body: classes['check'] ?? '', label: classes['checkLabel'] ?? '' }}
      />
    </div>
  );
}
