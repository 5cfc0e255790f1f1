import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import type { ReportRow } from '#renderer/queries/reports.ts';

import { useReportStep } from './useReportStep.ts';

/** A report that hangs on another one: the way there, and taking it apart again with a reason. */
export function MergedPanel({ row }: { readonly row: ReportRow }): ReactNode {
  const step = useReportStep(row, 'report.unmerged');
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={words.steps.title}>
      <Stack gap="md">
        <Text>{words.detail.mergedInto}</Text>
        <Button component={Link} href={`/reports/${row.mergedInto ?? ''}`}>
          {words.detail.openMain}
        </Button>
        {step.allowed && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {words.detail.unmerge}
          </Button>
        )}
      </Stack>
      {asking && (
        <ReasonDialog
          title={words.detail.unmerge}
          label={words.detail.unmergeReason}
          missing={words.form.required}
          submit={words.detail.unmerge}
          cancel={common.cancel}
          pending={step.pending}
          error={step.error && messageOf(step.error)}
          onSubmit={(reason) => void step.run({ step: 'unmerge', reason })}
          onClose={() => setAsking(false)}
        >
          <Text>{words.detail.unmergeText}</Text>
        </ReasonDialog>
      )}
    </Panel>
  );
}
