import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { eventName } from '#renderer/app/language/zh/caseWords.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { TimelineView, type TimelineItem } from '#renderer/components/TimelineView.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';

/** Everything that happened to a report, also what does not count. */
export function ReportTimeline({ row }: { readonly row: ReportRow }): ReactNode {
  const names = useNames();
  const items = row.steps.map((step): TimelineItem => ({
    key: step.event,
    title: eventName(step.type),
    time: showInstant(step.wallAt),
    who: names.person(step.by),
    // The text of the report itself stands beside.
    ...(step.text === '' || step.type === 'report.received' ? {} : { detail: step.text }),
    ...(step.refusal && { verdict: { is: 'void', reason: messageOf({ code: step.refusal }).what } }),
  }));
  return (
    <Panel title={words.detail.timeline}>
      <TimelineView label={words.detail.timeline} items={items} />
    </Panel>
  );
}
