import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { ReportWork } from '#renderer/queries/reportWork.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { AnswerForm } from './AnswerForm.tsx';
import { CloseButton } from './CloseButton.tsx';
import { DispatchForm } from './DispatchForm.tsx';
import { FieldWork, useFieldWork } from './FieldWork.tsx';
import { HandleForm } from './HandleForm.tsx';
import { TriageForm } from './TriageForm.tsx';
import { useReportStep } from './useReportStep.ts';

const words = reportsText.steps;

type Props = {
  readonly row: ReportRow;
  readonly catalogue: Catalogue;
  /** What came of it so far; undefined while loading. */
  readonly work: ReportWork | undefined;
};

/** 下一步: the forms of what this person may do now, the most pressing first. */
export function StepsPanel({ row, catalogue, work }: Props): ReactNode {
  const may = useFieldWork(row);
  const fieldWork = may.inspect || may.file;
  const triage = useReportStep(row, 'report.triaged');
  const dispatch = useReportStep(row, 'report.dispatched');
  const handle = useReportStep(row, 'report.handled');
  const answer = useReportStep(row, 'report.answered');
  const close = useReportStep(row, 'report.closed');
  const shows = {
    close: close.allowed,
    answer: answer.allowed && row.state !== 'answered',
    handle: handle.allowed && row.state === 'dispatched',
    triage: triage.allowed && (row.state === 'new' || row.state === 'rejected'),
    dispatch: dispatch.allowed,
  };
  return (
    <Panel title={words.title}>
      <Stack gap="xl">
        {!fieldWork && !Object.values(shows).includes(true) && <Text c="dimmed">{words.nothing}</Text>}
        {shows.close && <CloseButton step={close} />}
        {shows.answer && <AnswerForm step={answer} />}
        {fieldWork && <FieldWork row={row} catalogue={catalogue} />}
        {shows.handle && work !== undefined && <HandleForm step={handle} row={row} work={work} />}
        {shows.triage && <TriageForm step={triage} row={row} catalogue={catalogue} />}
        {shows.dispatch && <DispatchForm step={dispatch} isAgain={row.state !== 'accepted'} />}
      </Stack>
    </Panel>
  );
}
