import { Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { ReportRow } from '#renderer/queries/reports.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { proposedLimit } from '#shared/report/limits.ts';

import type { ReportStepHandle } from './useReportStep.ts';

const words = reportsText.steps;

type Props = { readonly step: ReportStepHandle; readonly row: ReportRow; readonly catalogue: Catalogue };

/** 受理 with a limit, or 不予受理 with a reason. */
export function TriageForm({ step, row, catalogue }: Props): ReactNode {
  const { limits, triage } = catalogue.limits;
  const [limit, setLimit] = useState(proposedLimit(catalogue.limits, row.data.matter)?.id ?? '');
  const [urgent, setUrgent] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const options = limits
    .filter(({ id }) => id !== triage)
    .map(({ id, name, count, unit }) => ({ value: id, label: reportsText.detail.limitOf(name, count, unit) }));
  return (
    <Stack gap="md">
      <Select
        label={words.limit}
        data={options}
        value={limit}
        onChange={(id) => setLimit(id ?? '')}
        allowDeselect={false}
        withAsterisk
      />
      <Checkbox
        size="lg"
        label={words.urgent}
        checked={urgent}
        onChange={(event) => setUrgent(event.currentTarget.checked)}
      />
      {!rejecting && <FormError error={step.error && messageOf(step.error)} />}
      <Group>
        <Button loading={step.pending} onClick={() => void step.run({ step: 'accept', urgent, limit })}>
          {words.accept}
        </Button>
        <Button variant="default" onClick={() => setRejecting(true)}>
          {words.reject}
        </Button>
      </Group>
      {rejecting && (
        <ReasonDialog
          title={words.reject}
          label={words.rejectReason}
          missing={words.required}
          submit={words.reject}
          cancel={common.cancel}
          pending={step.pending}
          error={step.error && messageOf(step.error)}
          onSubmit={(reason) => void step.run({ step: 'reject', reason }).then((done) => done && setRejecting(false))}
          onClose={() => setRejecting(false)}
        >
          {null}
        </ReasonDialog>
      )}
    </Stack>
  );
}
