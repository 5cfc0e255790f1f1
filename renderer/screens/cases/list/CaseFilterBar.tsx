import { Button, Collapse, Select, Text, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { caseListText as words } from '#renderer/app/language/zh/caseList.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { GROUPS } from '#renderer/queries/caseLines/groups.ts';
import { narrowedBy, type ListFilter } from '#renderer/queries/caseLines/question.ts';

import classes from '../cases.module.css';

import { MoreFilters, type Handler } from './MoreFilters.tsx';

const SHOWS = (['all', 'todo', ...GROUPS] as const).map((value) => ({ value, label: words.show[value] }));
const SORTS = (['urgent', 'newest'] as const).map((value) => ({ value, label: words.sorts[value] }));

type Props = {
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
  readonly handlers: readonly Handler[];
  readonly count: number;
};

/** Narrows the list of cases and orders it; the less usual parts are folded away. */
export function CaseFilterBar({ filter, onChange, handlers, count }: Props): ReactNode {
  const narrowed = narrowedBy(filter);
  const [isWide, setWide] = useState(narrowed > 0);
  return (
    <>
      <div className={classes['filters']}>
        <TextInput
          label={casesText.search}
          placeholder={casesText.searchHint}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
          className={classes['search']}
        />
        <Select
          label={words.stage}
          data={SHOWS}
          value={filter.show}
          onChange={(show) => onChange({ ...filter, show: show ?? 'all' })}
          allowDeselect={false}
          className={classes['short']}
        />
        <Select
          label={words.sort}
          data={SORTS}
          value={filter.sort}
          onChange={(sort) => onChange({ ...filter, sort: sort ?? 'urgent' })}
          allowDeselect={false}
          className={classes['short']}
        />
        <Button
          variant="default"
          aria-expanded={isWide}
          leftSection={<IconAdjustmentsHorizontal size={20} aria-hidden />}
          onClick={() => setWide(!isWide)}
        >
          {narrowed === 0 ? words.more : words.moreOf(narrowed)}
        </Button>
        <Text role="status" c="dimmed" className={classes['count']}>
          {words.count(count)}
        </Text>
      </div>
      <Collapse expanded={isWide}>
        <MoreFilters filter={filter} onChange={onChange} handlers={handlers} />
      </Collapse>
    </>
  );
}
