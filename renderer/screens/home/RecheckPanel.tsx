import type { ReactNode } from 'react';

import { recheckWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { recheckOf, useOwnCases } from '#renderer/queries/cases.ts';

import { ListPanel } from './ListPanel.tsx';

/** Cases whose correction deadline has come, the longest overdue first. */
export function RecheckPanel({ today }: { readonly today: string }): ReactNode {
  const served = useOwnCases({ stages: ['notice_served'] });
  const due = served
    ?.map((row) => ({ row, recheck: recheckOf(row, today) }))
    .filter(({ recheck }) => recheck.is === 'due' || recheck.is === 'overdue')
    .sort((a, b) => ((a.row.dueOn ?? '') < (b.row.dueOn ?? '') ? -1 : 1));
  return (
    <ListPanel
      title={home.recheck}
      rows={due}
      empty={home.recheckEmpty}
      emptyText={home.recheckEmptyText}
      rest="/cases"
      row={({ row, recheck }) => {
        const words = recheck.is === 'overdue' ? recheckWords.overdue(recheck.days) : recheckWords.due;
        return (
          <LinkRow
            key={row.id}
            href={`/cases/${row.id}`}
            title={row.siteName}
            text={row.title}
            aside={<StatusBadge tone={words.tone}>{words.text}</StatusBadge>}
          />
        );
      }}
    />
  );
}
