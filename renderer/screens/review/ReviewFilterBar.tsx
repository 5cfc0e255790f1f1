import { Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { reviewText as words } from '#renderer/app/language/zh/review.ts';

import classes from './review.module.css';
import type { ReviewFilter } from './reviewList.ts';

const STATES = (['all', 'none', 'returned', 'accepted'] as const).map((value) => ({
  value: value,
  label: words.states[value],
}));

type Props = {
  readonly filter: ReviewFilter;
  readonly onChange: (filter: ReviewFilter) => void;
  readonly orgs: readonly { readonly value: string; readonly label: string }[];
  readonly count: number;
};

/** Narrows the brigade's list by text, by what was said, and by organisation when there are several. */
export function ReviewFilterBar({ filter, onChange, orgs, count }: Props): ReactNode {
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
        label={words.stateFilter}
        data={STATES}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state: state ?? 'all' })}
        allowDeselect={false}
      />
      {orgs.length > 1 && (
        <Select
          label={words.orgFilter}
          data={[{ value: '', label: words.allOrgs }, ...orgs]}
          value={filter.org}
          onChange={(org) => onChange({ ...filter, org: org ?? '' })}
          allowDeselect={false}
        />
      )}
      <Text role="status" c="dimmed" className={classes['count']}>
        {words.count(count)}
      </Text>
    </div>
  );
}
