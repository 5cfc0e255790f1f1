import { MultiSelect, Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { DateField } from '#renderer/components/DateField.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { registersOf } from '#shared/inspection/checklist.ts';

import { newestChecklists, withChecklist, type TaskErrors, type TaskForm } from './taskForm.ts';

const words = tasksText.form;

type Props = {
  readonly form: TaskForm;
  readonly onChange: (form: TaskForm) => void;
  readonly errors: TaskErrors;
  readonly catalogue: Catalogue;
};

/** Where, with what, when. */
export function PlanFields({ form, onChange, errors, catalogue }: Props): ReactNode {
  const lists = newestChecklists(catalogue);
  const list = lists.find(({ id }) => id === form.checklist);
  const registers = catalogue.registers.filter(({ id }) => list !== undefined && registersOf(list).includes(id));
  return (
    <>
      <MultiSelect
        label={words.streets}
        data={catalogue.divisions.map(({ name, streets }) => ({
          group: name,
          items: streets.map((street) => ({ value: street.code, label: street.name })),
        }))}
        value={[...form.streets]}
        onChange={(streets) => onChange({ ...form, streets })}
        error={errors.streets}
        searchable
        withAsterisk
        maxValues={20}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label={words.checklist}
          data={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.checklist === '' ? null : form.checklist}
          onChange={(id) =>
            onChange(
              withChecklist(
                form,
                lists.find((one) => one.id === id),
              ),
            )
          }
          error={errors.checklist}
          allowDeselect={false}
          searchable
          withAsterisk
        />
        <Select
          label={words.register}
          data={registers.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.register === '' ? null : form.register}
          onChange={(register) => onChange({ ...form, register: register ?? '' })}
          error={errors.register}
          disabled={form.checklist === ''}
          allowDeselect={false}
          withAsterisk
        />
        <DateField
          label={words.from}
          value={form.from}
          onChange={(from) => onChange({ ...form, from })}
          error={errors.from}
          required
        />
        <DateField
          label={words.to}
          value={form.to}
          onChange={(to) => onChange({ ...form, to })}
          error={errors.to}
          required
        />
      </SimpleGrid>
      <TextField
        label={words.name}
        description={words.nameHint}
        value={form.title}
        maxLength={100}
        autoComplete="off"
        onChange={(title) => onChange({ ...form, title })}
      />
      <TextArea
        label={words.note}
        value={form.note}
        maxLength={1000}
        onChange={(note) => onChange({ ...form, note })}
      />
    </>
  );
}
