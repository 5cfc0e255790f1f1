import type { ReactNode } from 'react';

import { recheckWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { recheckOf } from '#renderer/queries/caseLines/recheck.ts';
import { useOwnCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';

import { ListPanel, SHOWN } from './ListPanel.tsx';

/** Cases whose correction deadline has come, the longest overdue first. */
export function RecheckPanel({ today }: { readonly today: string }): ReactNode {
  const due = useOwnCaseLines({ recheckDue: true, most: SHOWN });
  return (
    <ListPanel
      title={home.recheck}
      rows={due?.lines}
      count={due?.count ?? 0}
      empty={home.recheckEmpty}
      emptyText={home.recheckEmptyText}
      rest="/cases"
      row={(row) => {
        const recheck = recheckOf(row, today);
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
