import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';

import { caseListText as words } from '#renderer/app/language/zh/caseList.ts';
import { DateField } from '#renderer/components/DateField.tsx';
import { FAMILIES, type ListFilter } from '#renderer/queries/caseLines/question.ts';
import { useNames } from '#renderer/queries/directory.ts';

import classes from '../cases.module.css';

import { PROCEDURES } from './savedViews.ts';

const PROCEDURE_OPTIONS = PROCEDURES.map((value) => ({ value, label: words.procedures[value] }));
const FAMILY_OPTIONS = FAMILIES.map((value) => ({ value, label: words.families[value] }));

type Choice = { readonly value: string; readonly label: string };

type Props = {
  readonly filter: ListFilter;
  readonly onChange: (part: Partial<ListFilter>) => void;
  /** Accounts of those who handle cases. */
  readonly handlers: readonly string[];
};

/** Procedure, matter, officer, dates, overdue. */
export function MoreFilters({ filter, onChange, handlers }: Props): ReactNode {
  const names = useNames();
  const people = handlers
    .map((value) => ({ value, label: names.person(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
  const pick = (name: 'procedure' | 'family' | 'officer', label: string, data: readonly Choice[]): ReactNode => (
    <Select
      label={label}
      data={[...data]}
      placeholder={words.any}
      value={filter[name] === '' ? null : filter[name]}
      onChange={(value) => onChange({ [name]: value ?? '' })}
      clearable
      searchable={data.length > 10}
      className={classes['short']}
    />
  );
  return (
    <div className={classes['filters']}>
      {pick('procedure', words.procedure, PROCEDURE_OPTIONS)}
      {pick('family', words.family, FAMILY_OPTIONS)}
      {pick('officer', words.officer, people)}
      <div className={classes['short']}>
        <DateField label={words.from} value={filter.from} onChange={(from) => onChange({ from })} />
      </div>
      <div className={classes['short']}>
        <DateField label={words.to} value={filter.to} onChange={(to) => onChange({ to })} />
      </div>
      <Checkbox
        label={words.overdue}
        checked={filter.overdue}
        onChange={(event) => onChange({ overdue: event.currentTarget.checked })}
        classNames={{ body: classes['check'] ?? '', label: classes['checkLabel'] ?? '' }}
      />
    </div>
  );
}
