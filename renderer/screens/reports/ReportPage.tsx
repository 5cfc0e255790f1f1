import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { reportKinds, reportSources, reportStages, reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useReportWork } from '#renderer/queries/reportWork.ts';
import { useReport, useReports, type ReportRow } from '#renderer/queries/reports.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { dueOf } from '#shared/report/limits.ts';

import { DuplicatesPanel } from './DuplicatesPanel.tsx';
import { MergedPanel } from './MergedPanel.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { DueBadge } from './ReportLine.tsx';
import { ReportTimeline } from './ReportTimeline.tsx';
import { ReporterPanel } from './ReporterPanel.tsx';
import { StepsPanel } from './StepsPanel.tsx';
import { WorkPanel } from './WorkPanel.tsx';
import { isUrgent } from './reportList.ts';
import classes from './reports.module.css';

/** One report: what was reported, what was done about it, and what comes next. */
export function ReportPage({ id }: { readonly id: string }): ReactNode {
  const row = useReport(id);
  const catalogue = useCatalogue();
  if (row === undefined || catalogue === undefined || catalogue === null) return <LoadingState />;
  if (row === null)
    return (
      <PageColumn>
        <PageHeader title={words.notHere} back="/reports" />
        <EmptyState title={words.notHere} text={words.notHereText} />
      </PageColumn>
    );
  return <Known row={row} catalogue={catalogue} />;
}

function Known({ row, catalogue }: { readonly row: ReportRow; readonly catalogue: Catalogue }): ReactNode {
  const nowMs = useNow();
  const due = dueOf(row, catalogue.limits, nowMs, catalogue.calendar);
  const stage = reportStages[row.state];
  const work = useReportWork(row);
  return (
    <PageColumn>
      <PageHeader
        title={`${reportKinds[row.data.kind]} ${row.data.external ?? ''}`.trim()}
        back="/reports"
        subtitle={reportSources[row.data.source]}
        actions={
          <span className={classes['badges']}>
            {isUrgent(row) && <StatusBadge tone="bad">{words.steps.urgent}</StatusBadge>}
            <DueBadge due={due} />
            <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
          </span>
        }
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack gap="lg">
          <ReportFacts row={row} catalogue={catalogue} />
          <ReporterPanel row={row} />
        </Stack>
        <Stack gap="lg">
          {row.state === 'merged' ? (
            <MergedPanel row={row} />
          ) : (
            <StepsPanel row={row} catalogue={catalogue} work={work} />
          )}
          <WorkPanel work={work} />
          <Merged row={row} />
          <DuplicatesPanel row={row} />
          <ReportTimeline row={row} />
        </Stack>
      </SimpleGrid>
    </PageColumn>
  );
}

/** What was merged into this one: its reporters wait for the same answer. */
function Merged({ row }: { readonly row: ReportRow }): ReactNode {
  const count = useReports()?.filter(({ mergedInto }) => mergedInto === row.id).length ?? 0;
  return count === 0 ? null : <Text role="note">{words.detail.mergedHere(count)}</Text>;
}
