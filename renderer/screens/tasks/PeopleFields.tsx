import { MultiSelect, Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { useColleagues } from '#renderer/queries/people.ts';
import { useTeams } from '#renderer/queries/tasks.ts';

import type { PeopleForm } from './taskForm.ts';

const words = tasksText.form;

type Props = {
  readonly people: PeopleForm;
  readonly onChange: (people: PeopleForm) => void;
  readonly error: string | undefined;
};

/** Who goes: people, a team, or both. */
export function PeopleFields({ people, onChange, error }: Props): ReactNode {
  const colleagues = useColleagues() ?? [];
  const teams = useTeams();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <MultiSelect
        label={words.people}
        data={colleagues.map(({ user, name }) => ({ value: user, label: name }))}
        value={[...people.assignees]}
        onChange={(assignees) => onChange({ ...people, assignees })}
        error={error}
        searchable
        maxValues={50}
      />
      <Select
        label={words.team}
        data={[...teams]}
        value={people.team === '' ? null : people.team}
        onChange={(team) => onChange({ ...people, team: team ?? '' })}
        clearable
      />
    </SimpleGrid>
  );
}
