import type { ReactNode } from 'react';

import { supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useOwnCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';

import { ListPanel, SHOWN } from './ListPanel.tsx';

/** Cases that the supervision brigade returned; nothing at all when there are none. */
export function ReturnedPanel(): ReactNode {
  const returned = useOwnCaseLines({ supervision: 'returned', most: SHOWN });
  if (returned === undefined || returned.count === 0) return null;
  return (
    <ListPanel
      title={home.returned}
      rows={returned.lines}
      count={returned.count}
      empty=""
      emptyText=""
      rest="/cases"
      row={(row) => (
        <LinkRow
          key={row.id}
          href={`/cases/${row.id}`}
          title={row.siteName}
          text={row.said}
          aside={<StatusBadge tone={supervisionWords.returned.tone}>{supervisionWords.returned.text}</StatusBadge>}
        />
      )}
    />
  );
}
