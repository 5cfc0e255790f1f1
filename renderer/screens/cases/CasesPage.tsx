import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCases } from '#renderer/queries/cases.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useToday } from '#renderer/queries/useNow.ts';

import { CaseFilterBar } from './CaseFilterBar.tsx';
import { CaseLine } from './CaseLine.tsx';
import { ALL_CASES, byUrgency, isShown, textOf, type ListFilter } from './caseList.ts';

/** Cases of this device: what is overdue or returned first, then the newest. */
export function CasesPage(): ReactNode {
  const [filter, setFilter] = useState<ListFilter>(ALL_CASES);
  const all = useCases();
  const today = useToday();
  const reader = { org: useSession()?.org, today };
  const found = useCases(textOf(filter));
  if (all === undefined || found === undefined) {
    return (
      <>
        <PageHeader title={words.title} />
        <LoadingState />
      </>
    );
  }
  const shown = found.filter((row) => isShown(row, filter, reader)).sort(byUrgency(reader));
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <Button variant="default" component={Link} href="/cases/due">
            {fileText.due.open}
          </Button>
        }
      />
      <PageColumn>
        {all.length === 0 ? (
          <EmptyState
            title={words.empty}
            text={words.emptyHint}
            action={
              <Button variant="default" component={Link} href="/inspections">
                {words.goInspect}
              </Button>
            }
          />
        ) : (
          <>
            <CaseFilterBar filter={filter} onChange={setFilter} count={shown.length} />
            <Panel flush>
              {shown.length === 0 ? (
                <EmptyState
                  title={words.nothingMatches}
                  action={
                    <Button variant="default" onClick={() => setFilter(ALL_CASES)}>
                      {words.clearFilter}
                    </Button>
                  }
                />
              ) : (
                <LinkList label={words.title}>
                  {shown.map((row) => (
                    <CaseLine key={row.id} row={row} today={today} />
                  ))}
                </LinkList>
              )}
            </Panel>
          </>
        )}
      </PageColumn>
    </>
  );
}
