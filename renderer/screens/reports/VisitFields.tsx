import { SimpleGrid } from '@mantine/core';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';

import type { ReportErrors, ReportForm } from './reportForm.ts';

const words = reportsText.form;
const TOPICS = (['publicity', 'enforcement', 'service'] as const).map((value) => ({
  value,
  label: words.topics[value],
}));

type Props = {
  readonly form: ReportForm;
  readonly onChange: (form: ReportForm) => void;
  readonly errors: ReportErrors;
};

/** 三进社区: which community, what for, how many came, what they named. */
export function VisitFields({ form, onChange, errors }: Props): ReactNode {
  return (
    <>
      <div>
        <Text fw={550} mb={4} aria-hidden>
          {words.topic}
        </Text>
        <BigChoice
          label={words.topic}
          options={TOPICS}
          value={form.topic === '' ? undefined : form.topic}
          onChange={(topic) => onChange({ ...form, topic })}
        />
        {errors.topic !== undefined && <Text c="var(--xz-bad)">{errors.topic}</Text>}
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField
          label={words.community}
          value={form.community}
          onChange={(community) => onChange({ ...form, community })}
          error={errors.community}
          maxLength={60}
          withAsterisk
        />
        <TextField
          label={words.headcount}
          value={form.headcount}
          onChange={(headcount) => onChange({ ...form, headcount })}
          error={errors.headcount}
          inputMode="numeric"
          maxLength={5}
          withAsterisk
        />
      </SimpleGrid>
      <TextArea
        label={words.problems}
        value={form.problems}
        onChange={(problems) => onChange({ ...form, problems })}
        maxLength={2000}
      />
    </>
  );
}
