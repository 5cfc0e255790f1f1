import type { ReactNode } from 'react';

import { showInstant, showTenths } from '#renderer/app/format.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useInspections } from '#renderer/queries/inspections.ts';

/** Every submitted inspection of a shop, newest first. */
export function SiteInspections({ siteId }: { readonly siteId: string }): ReactNode {
  const rows = useInspections({ siteId });
  return (
    <Panel title={sites.inspections} flush>
      {rows === undefined && <LoadingState />}
      {rows?.length === 0 && <EmptyState title={sites.noInspections} text={sites.noInspectionsText} />}
      {rows !== undefined && rows.length > 0 && (
        <LinkList label={sites.inspections}>
          {rows.map((row) => (
            <LinkRow
              key={row.id}
              href={`/inspections/${row.id}`}
              title={showInstant(row.submittedAt)}
              text={sites.inspectedBy(row.officer.name)}
              aside={
                row.vetoed ? (
                  <StatusBadge tone="bad">{sites.vetoed}</StatusBadge>
                ) : (
                  <StatusBadge tone="info">{sites.score(showTenths(row.scoreTenths))}</StatusBadge>
                )
              }
            />
          ))}
        </LinkList>
      )}
    </Panel>
  );
}
