import { Button, Select, SimpleGrid, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useOwnCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useInspections } from '#renderer/queries/inspections.ts';
import type { ReportWork } from '#renderer/queries/reportWork.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { proposeResult } from './proposeResult.ts';
import type { ReportStepHandle } from './useReportStep.ts';

/** So many are offered at once; typing finds the others. */
const MOST = 50;
const words = reportsText.steps;

type Props = { readonly step: ReportStepHandle; readonly row: ReportRow; readonly work: ReportWork };
/** Links as chosen by hand; null: none. */
type Chosen = { readonly inspectionId?: string | null; readonly caseId?: string | null };

/** 反馈处置结果: what came of it, with photos. */
export function HandleForm({ step, row, work }: Props): ReactNode {
  // What came of it stands there until the officer types or chooses something else.
  const proposed = proposeResult(work);
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState<Chosen>({});
  const result = typed ?? proposed.result;
  const inspectionId = (chosen.inspectionId === undefined ? proposed.inspectionId : chosen.inspectionId) ?? null;
  const caseId = (chosen.caseId === undefined ? proposed.caseId : chosen.caseId) ?? null;
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const cases = useOwnCaseLines({ most: 500 })?.lines;
  const inspections = useInspections();
  const [tried, setTried] = useState(false);
  const missing = result.trim() === '';
  const submit = (): void => {
    setTried(true);
    const links = { ...(caseId !== null && { caseId }), ...(inspectionId !== null && { inspectionId }) };
    if (!missing) void step.run({ step: 'handle', result: cleanText(result).trim(), photos: [...photos], ...links });
  };
  return (
    <Stack gap="md">
      <TextArea
        label={words.result}
        value={result}
        onChange={setTyped}
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
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label={words.inspection}
          description={words.linkHint}
          data={(inspections ?? []).map(({ id, site, submittedAt }) => ({
            value: id,
            label: `${site.name} ${showInstant(submittedAt)}`,
          }))}
          limit={MOST}
          value={inspectionId}
          onChange={(id) => setChosen({ ...chosen, inspectionId: id })}
          searchable
          clearable
        />
        <Select
          label={words.case}
          description={words.linkHint}
          data={(cases ?? []).map(({ id, title, foundAt }) => ({
            value: id,
            label: `${title} ${showInstant(foundAt)}`,
          }))}
          limit={MOST}
          value={caseId}
          onChange={(id) => setChosen({ ...chosen, caseId: id })}
          searchable
          clearable
        />
      </SimpleGrid>
      <FormError error={step.error && messageOf(step.error)} />
      <div>
        <Button loading={step.pending} onClick={submit}>
          {words.handle}
        </Button>
      </div>
    </Stack>
  );
}
