import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Link, useLocation } from 'wouter';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { FormError, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { ReportFields } from './ReportFields.tsx';
import { ReporterFields } from './ReporterFields.tsx';
import { emptyReport, errorsOf, reportInputOf, type ReportForm } from './reportForm.ts';

const words = reportsText.form;

/** Takes down a report, a visit to a community or a suggestion. */
export function NewReportPage(): ReactNode {
  const catalogue = useCatalogue();
  return (
    <PageColumn narrow>
      <PageHeader title={words.title} back="/reports" />
      {catalogue === undefined || catalogue === null ? <LoadingState /> : <NewReportForm catalogue={catalogue} />}
    </PageColumn>
  );
}

function NewReportForm({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const [, navigate] = useLocation();
  const nowMs = useNow();
  const mayName = useMayWrite('reporter.named');
  const mayAddPhotos = useMayWrite('photo.added');
  const command = useCommand('report.receive');
  const [form, setForm] = useState<ReportForm>(() => emptyReport(nowMs));
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState(false);
  // The clock of the screen moves once a minute; the worker has the last word.
  const latestMs = nowMs + 60_000;
  const errors = checked ? errorsOf(form, latestMs) : {};

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    const element = event.currentTarget;
    if (Object.keys(errorsOf(form, latestMs)).length > 0) {
      // Wait for the marks to appear, then go to the first one.
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const answer = await command.run(reportInputOf(form, photos, mayName));
    if (!answer.ok) return;
    notifyDone(words.saved);
    navigate(`/reports/${answer.value.reportId}`, { replace: true });
  };
  return (
    <Panel>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{words.needed}</Text>
          <ReportFields form={form} onChange={setForm} errors={errors} catalogue={catalogue} />
          {mayAddPhotos && <PhotosInput label={words.photos} photos={photos} onChange={setPhotos} />}
          <ReporterFields value={form} onChange={(reporter) => setForm({ ...form, ...reporter })} mayName={mayName} />
          <FormError error={command.error && messageOf(command.error)} />
          <Group justify="flex-end">
            <Button component={Link} href="/reports" variant="default">
              {common.cancel}
            </Button>
            <Button type="submit" loading={command.pending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
