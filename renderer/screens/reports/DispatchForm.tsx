import { Button, Select, SimpleGrid, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReportTeams } from '#renderer/queries/teams.ts';
import { cleanText } from '#shared/kernel/text.ts';

import type { ReportStepHandle } from './useReportStep.ts';

const words = reportsText.steps;

/** 派遣: to a squad, to an officer, or both, with what they should know. */
export function DispatchForm({
  step,
  isAgain,
}: {
  readonly step: ReportStepHandle;
  readonly isAgain: boolean;
}): ReactNode {
  const { teams, people } = useReportTeams();
  const [team, setTeam] = useState<string | null>(null);
  const [officer, setOfficer] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = team === null && officer === null;
  const submit = (): void => {
    setTried(true);
    if (missing) return;
    const to = { ...(team !== null && { team }), ...(officer !== null && { officer }) };
    void step.run({ step: 'dispatch', ...to, note: cleanText(note).trim() });
  };
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select label={words.team} data={[...teams]} value={team} onChange={setTeam} clearable />
        <Select
          label={words.officer}
          data={people.map(({ user, name }) => ({ value: user, label: name }))}
          value={officer}
          onChange={setOfficer}
          error={tried && missing && words.nobody}
          searchable
          clearable
        />
      </SimpleGrid>
      <TextArea label={words.note} value={note} onChange={setNote} maxLength={1000} />
      <FormError error={step.error && messageOf(step.error)} />
      <div>
        <Button variant={isAgain ? 'default' : 'filled'} loading={step.pending} onClick={submit}>
          {isAgain ? words.dispatchAgain : words.dispatch}
        </Button>
      </div>
    </Stack>
  );
}
