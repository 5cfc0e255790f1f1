import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { reportSources, reportStages, reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { ReportDue } from '#shared/report/limits.ts';

import { isUrgent, type ReportEntry } from './reportList.ts';
import classes from './reports.module.css';

type Props = {
  readonly entry: ReportEntry;
  /** The organisation's name, where the list holds those of several. */
  readonly org?: string | undefined;
};

/** A report as a line: what, where, from whom it came, and until when. */
export function ReportLine({ entry, org }: Props): ReactNode {
  const { row, due } = entry;
  const stage = reportStages[row.state];
  const { source, external, place } = row.data;
  const line = [org ?? '', reportSources[source], external ?? '', place.address, showInstant(row.receivedAt)];
  return (
    <LinkRow
      href={`/reports/${row.id}`}
      title={row.data.text.length > 60 ? `${row.data.text.slice(0, 60)}…` : row.data.text}
      text={line.filter((part) => part !== '').join(' · ')}
      aside={
        <span className={classes['badges']}>
          {isUrgent(row) && <StatusBadge tone="bad">{words.steps.urgent}</StatusBadge>}
          <DueBadge due={due} />
          <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
        </span>
      }
    />
  );
}

/** Until when; one that is late says so, and so does one that ended too late. */
export function DueBadge({ due }: { readonly due: ReportDue | undefined }): ReactNode {
  if (due === undefined) return null;
  const time = showInstant(new Date(due.dueMs).toISOString());
  if (due.over) return due.late ? <StatusBadge tone="bad">{words.endedLate}</StatusBadge> : null;
  return due.late ? (
    <StatusBadge tone="bad">{words.late(time)}</StatusBadge>
  ) : (
    <StatusBadge tone="info">{words.due(time)}</StatusBadge>
  );
}
