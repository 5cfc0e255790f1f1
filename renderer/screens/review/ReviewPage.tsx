import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { verifyText } from '#renderer/app/language/zh/verify.ts';
import { LongList } from '#renderer/components/LongList.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCases } from '#renderer/queries/cases.ts';
import { useNames } from '#renderer/queries/directory.ts';

import { ReviewFilterBar } from './ReviewFilterBar.tsx';
import { ReviewLine } from './ReviewLine.tsx';
import { EVERYTHING, orgsOf, queryOf, type ReviewFilter } from './reviewList.ts';

/** The brigade's list: the cases of all organisations, the last found first. */
export function ReviewPage(): ReactNode {
  const [filter, setFilter] = useState<ReviewFilter>(EVERYTHING);
  const all = useCases();
  const shown = useCases(queryOf(filter));
  const names = useNames();
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.lead}
        actions={
          <Button variant="default" component={Link} href="/verify">
            {verifyText.open}
          </Button>
        }
      />
      {all === undefined || shown === undefined ? (
        <LoadingState />
      ) : all.length === 0 ? (
        <EmptyState title={words.empty} text={words.emptyHint} />
      ) : (
        <PageColumn>
          <ReviewFilterBar
            filter={filter}
            onChange={setFilter}
            orgs={orgsOf(all).map((org) => ({ value: org, label: names.org(org) }))}
            count={shown.length}
          />
          <Panel flush>
            {shown.length === 0 ? (
              <EmptyState
                title={words.nothingMatches}
                action={
                  <Button variant="default" onClick={() => setFilter(EVERYTHING)}>
                    {words.clearFilter}
                  </Button>
                }
              />
            ) : (
              <LongList
                rows={shown}
                label={words.title}
                asked={JSON.stringify(filter)}
                words={caseListText}
                row={(row) => <ReviewLine key={row.id} row={row} orgName={names.org(row.org)} />}
              />
            )}
          </Panel>
        </PageColumn>
      )}
    </>
  );
}
