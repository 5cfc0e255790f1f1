import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { FormError } from '#renderer/components/states.tsx';

import type { ReportStepHandle } from './useReportStep.ts';

/** 办结: nothing more is to be done about it. */
export function CloseButton({ step }: { readonly step: ReportStepHandle }): ReactNode {
  return (
    <div>
      <Button loading={step.pending} onClick={() => void step.run({ step: 'close', note: '' })}>
        {reportsText.steps.close}
      </Button>
      <FormError error={step.error && messageOf(step.error)} />
    </div>
  );
}
