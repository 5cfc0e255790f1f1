import type { ReactNode } from 'react';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { home } from '#renderer/app/language/zh/home.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';

import { ListPanel, SHOWN } from './ListPanel.tsx';

/** For the brigade: cases it has not spoken about yet. */
export function ToReviewPanel(): ReactNode {
  const waiting = useCaseLines({ supervision: 'none', most: SHOWN });
  return (
    <ListPanel
      title={home.toReview}
      rows={waiting?.lines}
      count={waiting?.count ?? 0}
      empty={home.toReviewEmpty}
      emptyText={home.toReviewEmptyText}
      rest="/review"
      row={(row) => (
        <LinkRow
          key={row.id}
          href={`/review/${row.id}`}
          title={row.siteName}
          text={row.title}
          aside={<StatusBadge tone={stageWords[row.stage].tone}>{stageWords[row.stage].text}</StatusBadge>}
        />
      )}
    />
  );
}
