import { Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import type { CaseStage } from '#shared/case/state.ts';

import type { ListFilter } from './caseList.ts';
import classes from './cases.module.css';

const STAGES = Object.keys(stageWords) as CaseStage[];
const OPTIONS = [
  { value: 'all', label: words.all },
  { value: 'open', label: words.needsMe },
  ...STAGES.map((stage) => ({ value: stage, label: stageWords[stage].text })),
];

type Props = {
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
  readonly count: number;
};

/** Narrows the list of cases by text and stage. */
export function CaseFilterBar({ filter, onChange, count }: Props): ReactNode {
  return (
    <div className={classes['filters']}>
      <TextInput
        label={words.search}
        placeholder={words.searchHint}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        className={classes['search']}
      />
      <Select
        label={words.stageFilter}
        data={OPTIONS}
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show: (show ?? 'all') as ListFilter['show'] })}
        allowDeselect={false}
      />
      <Text role="status" c="dimmed" className={classes['count']}>
        {words.count(count)}
      </Text>
    </div>
  );
}
