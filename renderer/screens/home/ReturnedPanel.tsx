import type { ReactNode } from 'react';

import { supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useOwnCases } from '#renderer/queries/cases.ts';

import { ListPanel } from './ListPanel.tsx';

/** Cases that the supervision brigade returned; nothing at all when there are none. */
export function ReturnedPanel(): ReactNode {
  const returned = useOwnCases({ supervision: 'returned' });
  if (returned === undefined || returned.length === 0) return null;
  return (
    <ListPanel
      title={home.returned}
      rows={returned}
      empty=""
      emptyText=""
      rest="/cases"
      row={(row) => (
        <LinkRow
          key={row.id}
          href={`/cases/${row.id}`}
          title={row.siteName}
          text={row.supervision.text}
          aside={<StatusBadge tone={supervisionWords.returned.tone}>{supervisionWords.returned.text}</StatusBadge>}
        />
      )}
    />
  );
}
