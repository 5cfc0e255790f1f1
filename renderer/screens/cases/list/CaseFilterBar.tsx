import { Button, Select, Text, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { memo, useState, type ReactNode } from 'react';

import { caseListText as words } from '#renderer/app/language/zh/caseList.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { GROUPS } from '#renderer/queries/caseLines/groups.ts';
import { narrowedBy, type ListFilter } from '#renderer/queries/caseLines/question.ts';

import classes from '../cases.module.css';

import { MoreFilters } from './MoreFilters.tsx';

const SHOWS = (['all', 'todo', ...GROUPS] as const).map((value) => ({ value, label: words.show[value] }));
const SORTS = (['urgent', 'newest'] as const).map((value) => ({ value, label: words.sorts[value] }));

type Props = {
  readonly filter: ListFilter;
  /** Changes parts of the filter; the same function each time. */
  readonly onChange: (part: Partial<ListFilter>) => void;
  /** Accounts of those who handle cases. */
  readonly handlers: readonly string[];
  readonly count: number;
};

/** What is not typed into; not drawn again while somebody types. */
const Picks = memo(function Picks({
  show,
  sort,
  onChange,
}: Pick<ListFilter, 'show' | 'sort'> & Pick<Props, 'onChange'>): ReactNode {
  return (
    <>
      <Select
        label={words.stage}
        data={SHOWS}
        value={show}
        onChange={(picked) => onChange({ show: picked ?? 'all' })}
        allowDeselect={false}
        className={classes['short']}
      />
      <Select
        label={words.sort}
        data={SORTS}
        value={sort}
        onChange={(picked) => onChange({ sort: picked ?? 'urgent' })}
        allowDeselect={false}
        className={classes['short']}
      />
    </>
  );
});

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
          onChange={(event) => onChange({ text: event.currentTarget.value })}
          className={classes['search']}
        />
        <Picks show={filter.show} sort={filter.sort} onChange={onChange} />
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
      {isWide && <MoreFilters filter={filter} onChange={onChange} handlers={handlers} />}
    </>
  );
}
