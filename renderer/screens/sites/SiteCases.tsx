import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { ALL_LINES } from '#renderer/queries/caseLines/question.ts';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useMayReview } from '#renderer/queries/role.ts';

/** Every case of a shop, last found first. */
export function SiteCases({ siteId }: { readonly siteId: string }): ReactNode {
  const rows = useCaseLines({ siteId, most: ALL_LINES })?.lines;
  const folder = useMayReview() ? 'review' : 'cases';
  return (
    <Panel title={sites.cases} flush>
      {rows === undefined && <LoadingState />}
      {rows?.length === 0 && <EmptyState title={sites.noCases} text={sites.noCasesText} />}
      {rows !== undefined && rows.length > 0 && (
        <LinkList label={sites.cases}>
          {rows.map((row) => (
            <LinkRow
              key={row.id}
              href={`/${folder}/${row.id}`}
              title={row.title}
              text={showInstant(row.foundAt)}
              aside={<StatusBadge tone={stageWords[row.stage].tone}>{stageWords[row.stage].text}</StatusBadge>}
            />
          ))}
        </LinkList>
      )}
    </Panel>
  );
}
