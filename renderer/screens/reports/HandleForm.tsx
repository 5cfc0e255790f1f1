import { Button, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { ReportRow } from '#renderer/queries/reports.ts';
import { cleanText } from '#shared/kernel/text.ts';

import type { ReportStepHandle } from './useReportStep.ts';

const words = reportsText.steps;

/** 反馈处置结果: what came of it, with photos. */
export function HandleForm({ step, row }: { readonly step: ReportStepHandle; readonly row: ReportRow }): ReactNode {
  const [result, setResult] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const missing = result.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (!missing) void step.run({ step: 'handle', result: cleanText(result).trim(), photos: [...photos] });
  };
  return (
    <Stack gap="md">
      <TextArea
        label={words.result}
        value={result}
        onChange={setResult}
        maxLength={2000}
        error={tried && missing && words.required}
        withAsterisk
      />
      <PhotosInput
        label={reportsText.detail.photosAfter}
        photos={photos}
        onChange={setPhotos}
        stream={`report:${row.id}`}
      />
      <FormError error={step.error && messageOf(step.error)} />
      <div>
        <Button loading={step.pending} onClick={submit}>
          {words.handle}
        </Button>
      </div>
    </Stack>
  );
}
