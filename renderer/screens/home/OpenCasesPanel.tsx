import type { ReactNode } from 'react';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useOwnCases } from '#renderer/queries/cases.ts';

import { ListPanel } from './ListPanel.tsx';

/** Cases that wait for the officer's next step: found without a notice, or a notice not yet served. */
export function OpenCasesPanel(): ReactNode {
  const open = useOwnCases({ stages: ['found', 'notice_issued'] });
  return (
    <ListPanel
      title={home.open}
      rows={open}
      empty={home.openEmpty}
      emptyText={home.openEmptyText}
      rest="/cases"
      row={(row) => (
        <LinkRow
          key={row.id}
          href={`/cases/${row.id}`}
          title={row.siteName}
          text={row.title}
          aside={<StatusBadge tone={stageWords[row.stage].tone}>{stageWords[row.stage].text}</StatusBadge>}
        />
      )}
    />
  );
}
