import type { ReactNode } from 'react';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useOwnCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';

import { ListPanel, SHOWN } from './ListPanel.tsx';

/** Cases that wait for the officer's next step: found without a notice, or a notice not yet served. */
export function OpenCasesPanel(): ReactNode {
  const open = useOwnCaseLines({ stages: ['found', 'notice_issued'], most: SHOWN });
  return (
    <ListPanel
      title={home.open}
      rows={open?.lines}
      count={open?.count ?? 0}
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
