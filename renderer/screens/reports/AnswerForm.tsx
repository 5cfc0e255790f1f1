import { Button, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { answerWays, reportsText } from '#renderer/app/language/zh/reports.ts';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { AnswerWay } from '#shared/events/reportEvents.ts';
import { cleanText } from '#shared/kernel/text.ts';

import type { ReportStepHandle } from './useReportStep.ts';

const words = reportsText.steps;
const WAYS = (['phone', 'message', 'letter', 'none_possible'] as const).map((value) => ({
  value,
  label: answerWays[value],
}));

/** 登记回复: what the reporter was told, and how. */
export function AnswerForm({ step }: { readonly step: ReportStepHandle }): ReactNode {
  const [text, setText] = useState('');
  const [way, setWay] = useState<AnswerWay>('phone');
  const [tried, setTried] = useState(false);
  const missing = text.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (!missing) void step.run({ step: 'answer', text: cleanText(text).trim(), way });
  };
  return (
    <Stack gap="md">
      <TextArea
        label={words.answerText}
        description={words.answerHint}
        value={text}
        onChange={setText}
        maxLength={2000}
        error={tried && missing && words.required}
        withAsterisk
      />
      <Select
        label={words.way}
        data={WAYS}
        value={way}
        onChange={(value) => setWay(value ?? 'phone')}
        allowDeselect={false}
      />
      <FormError error={step.error && messageOf(step.error)} />
      <div>
        <Button loading={step.pending} onClick={submit}>
          {words.answer}
        </Button>
      </div>
    </Stack>
  );
}
