import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { verifyText } from '#renderer/app/language/zh/verify.ts';
import { FIRST_LINES, LongList } from '#renderer/components/LongList.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useNames } from '#renderer/queries/directory.ts';

import { ReviewFilterBar } from './ReviewFilterBar.tsx';
import { ReviewLine } from './ReviewLine.tsx';
import { EVERYTHING, queryOf, type ReviewFilter } from './reviewList.ts';

/** The brigade's list: the cases of all organisations, the last found first. */
export function ReviewPage(): ReactNode {
  const [filter, setFilter] = useState<ReviewFilter>(EVERYTHING);
  const [most, setMost] = useState(FIRST_LINES);
  const found = useCaseLines({ ...queryOf(filter), most });
  const names = useNames();
  const narrow = (next: ReviewFilter): void => {
    setMost(FIRST_LINES);
    setFilter(next);
  };
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
      {found === undefined ? (
        <LoadingState />
      ) : found.total === 0 ? (
        <EmptyState title={words.empty} text={words.emptyHint} />
      ) : (
        <PageColumn>
          <ReviewFilterBar
            filter={filter}
            onChange={narrow}
            orgs={found.orgs.map((org) => ({ value: org, label: names.org(org) }))}
            count={found.count}
          />
          <Panel flush>
            {found.count === 0 ? (
              <EmptyState
                title={words.nothingMatches}
                action={
                  <Button variant="default" onClick={() => narrow(EVERYTHING)}>
                    {words.clearFilter}
                  </Button>
                }
              />
            ) : (
              <LongList
                rows={found.lines}
                count={found.count}
                label={words.title}
                words={caseListText}
                onMore={setMost}
                row={(line) => <ReviewLine key={line.id} line={line} orgName={names.org(line.org)} />}
              />
            )}
          </Panel>
        </PageColumn>
      )}
    </>
  );
}
