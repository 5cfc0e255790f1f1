import { Button, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportStages, reportsText } from '#renderer/app/language/zh/reports.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useReports, type ReportRow } from '#renderer/queries/reports.ts';
import { likelyDuplicates, type LikelyDuplicate } from '#shared/report/duplicates.ts';

import { useReportStep } from './useReportStep.ts';

const words = reportsText.duplicates;
/** So many are proposed. */
const MOST = 5;

/** 可能重复: other reports that may be of the same thing; a person merges. */
export function DuplicatesPanel({ row }: { readonly row: ReportRow }): ReactNode {
  const all = useReports();
  const step = useReportStep(row, 'report.merged');
  const [into, setInto] = useState<ReportRow>();
  const found = useMemo(() => likelyDuplicates(row, all ?? []).slice(0, MOST), [row, all]);
  if (row.state === 'merged' || found.length === 0) return null;
  return (
    <Panel title={words.title} flush>
      <Text size="sm" c="dimmed" px="md" pt="xs">
        {words.hint}
      </Text>
      <LinkList label={words.title}>
        {found.map((one) => (
          <Line
            key={one.report.id}
            found={one}
            onMerge={step.allowed && one.report.state !== 'closed' ? () => setInto(one.report) : undefined}
          />
        ))}
      </LinkList>
      {into !== undefined && (
        <ReasonDialog
          title={words.mergeInto(nameOf(into))}
          label={words.reason}
          missing={reportsText.form.required}
          submit={words.submit}
          cancel={common.cancel}
          pending={step.pending}
          error={step.error && messageOf(step.error)}
          onSubmit={(reason) =>
            void step.run({ step: 'merge', into: into.id, reason }).then((done) => done && setInto(undefined))
          }
          onClose={() => setInto(undefined)}
        >
          <Text>{reportsText.detail.mergedInto}</Text>
        </ReasonDialog>
      )}
    </Panel>
  );
}

type LineProps = { readonly found: LikelyDuplicate; readonly onMerge: (() => void) | undefined };

function Line({ found: { report, metres }, onMerge }: LineProps): ReactNode {
  const stage = reportStages[report.state];
  const { position, sameAddress } = reportsText.detail;
  return (
    <LinkRow
      href={`/reports/${report.id}`}
      title={report.data.text.slice(0, 60)}
      text={[report.data.external ?? '', metres === undefined ? sameAddress : position(metres)].join(' ')}
      aside={<StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>}
      before={
        onMerge && (
          <Button variant="default" onClick={onMerge} aria-label={words.mergeInto(nameOf(report))}>
            {words.merge}
          </Button>
        )
      }
    />
  );
}

function nameOf({ data }: ReportRow): string {
  return data.external ?? data.text.slice(0, 20);
}
