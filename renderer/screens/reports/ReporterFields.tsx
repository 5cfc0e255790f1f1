import { Fieldset, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { TextField } from '#renderer/components/fields.tsx';
import type { Reporter } from '#shared/events/reportEvents.ts';

const words = reportsText.form;

type Props = {
  readonly value: Reporter;
  readonly onChange: (reporter: Reporter) => void;
  readonly mayName: boolean;
};

/** Who reported, for those who may know; the others are told what not to write. */
export function ReporterFields({ value: { name, phone }, onChange, mayName }: Props): ReactNode {
  if (!mayName) return <Text c="dimmed">{words.reporterClosed}</Text>;
  return (
    <Fieldset legend={words.reporter}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.reporterHint}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField
          label={words.name}
          value={name}
          onChange={(next) => onChange({ name: next, phone })}
          maxLength={40}
        />
        <TextField
          label={words.phone}
          value={phone}
          onChange={(next) => onChange({ name, phone: next })}
          inputMode="tel"
          maxLength={30}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
