import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { eventName } from '#renderer/app/language/zh/caseWords.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { TimelineView, type TimelineItem } from '#renderer/components/TimelineView.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useNames, type Names } from '#renderer/queries/directory.ts';
import type { TimelineEntry } from '#shared/case/state.ts';

const words = casesText.page;

function toneOf(entry: TimelineEntry): NonNullable<TimelineItem['tone']> {
  if (entry.type.startsWith('supervision.')) return 'supervision';
  if (entry.type === 'case.rechecked') return entry.detail === 'fixed' ? 'good' : 'bad';
  return entry.type === 'case.fixedOnSite' ? 'good' : 'normal';
}

function detailOf(entry: TimelineEntry): string | undefined {
  if (entry.type !== 'case.rechecked') return entry.detail;
  return entry.detail === 'fixed' ? words.recheckFixed : words.recheckNotFixed;
}

function itemOf(entry: TimelineEntry, names: Names): TimelineItem {
  const { verdict } = entry;
  const people = [names.person(entry.by), entry.second].filter((name) => name !== undefined).join('、');
  const detail = detailOf(entry);
  return {
    key: entry.event,
    title: eventName(entry.type),
    time: showInstant(entry.wallAt),
    who: `${people} · ${names.org(entry.org)}`,
    tone: toneOf(entry),
    ...(detail === undefined || detail === '' ? {} : { detail }),
    ...(verdict.is === 'applied'
      ? {}
      : {
          verdict: {
            is: verdict.is,
            reason: messageOf({ code: verdict.reason, article: verdict.article || undefined }).what,
          },
        }),
  };
}

/** Everything that happened to the case, with what had no effect and why (行政处罚法 §47). */
export function CaseTimeline({ row }: { readonly row: CaseRow }): ReactNode {
  const names = useNames();
  return (
    <Panel title={words.timeline}>
      <TimelineView label={words.timeline} items={row.timeline.map((entry) => itemOf(entry, names))} />
    </Panel>
  );
}
