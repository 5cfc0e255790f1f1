import { Button } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { moneyText } from '#renderer/app/language/zh/money.ts';
import { registerText } from '#renderer/app/language/zh/register.ts';
import { verifyText } from '#renderer/app/language/zh/verify.ts';
import { FIRST_LINES, LongList } from '#renderer/components/LongList.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { ALL_CASES, type ListFilter } from '#renderer/queries/caseLines/question.ts';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useReader } from '#renderer/queries/caseLines/useReader.ts';
import type { Reader } from '#renderer/queries/caseLines/waits.ts';

import { CaseFilterBar } from './list/CaseFilterBar.tsx';
import { CaseLine } from './list/CaseLine.tsx';
import { SavedViewsBar } from './list/SavedViewsBar.tsx';
import { useLastFilter } from './list/lastFilter.ts';
import { PrintQueueLink } from './printing/PrintQueueLink.tsx';

/** Cases of this device: what is returned, overdue or due first, then the newest; narrowed as the person left it. */
export function CasesPage(): ReactNode {
  const reader = useReader();
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <Button variant="default" component={Link} href="/verify">
              {verifyText.open}
            </Button>
            <Button variant="default" component={Link} href="/cases/money">
              {moneyText.open}
            </Button>
            <PrintQueueLink />
            <Button variant="default" component={Link} href="/cases/numbers">
              {registerText.open}
            </Button>
            <Button variant="default" component={Link} href="/cases/due">
              {fileText.due.open}
            </Button>
          </>
        }
      />
      {reader === undefined ? <LoadingState /> : <List key={reader.user} reader={reader} />}
    </>
  );
}

function List({ reader: { user, today } }: { readonly reader: Reader }): ReactNode {
  const [filter, setFilter] = useLastFilter(user);
  const [most, setMost] = useState(FIRST_LINES);
  const found = useCaseLines({ ...filter, most });
  const narrow = useCallback(
    (part: Partial<ListFilter>): void => {
      setMost(FIRST_LINES);
      setFilter(part);
    },
    [setFilter],
  );
  if (found === undefined) return <LoadingState />;
  if (found.total === 0)
    return (
      <PageColumn>
        <EmptyState
          title={words.empty}
          text={words.emptyHint}
          action={
            <Button variant="default" component={Link} href="/inspections">
              {words.goInspect}
            </Button>
          }
        />
      </PageColumn>
    );
  return (
    <PageColumn>
      <CaseFilterBar filter={filter} onChange={narrow} handlers={found.handlers} count={found.count} />
      <SavedViewsBar filter={filter} onChange={narrow} />
      <Panel flush>
        {found.count === 0 ? (
          <EmptyState
            title={words.nothingMatches}
            action={
              <Button variant="default" onClick={() => narrow({ ...ALL_CASES, sort: filter.sort })}>
                {caseListText.clear}
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
            row={(line) => <CaseLine key={line.id} line={line} today={today} />}
          />
        )}
      </Panel>
    </PageColumn>
  );
}
