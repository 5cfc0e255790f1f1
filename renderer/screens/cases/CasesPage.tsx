import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';

import { caseListText } from '#renderer/app/language/zh/caseList.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { moneyText } from '#renderer/app/language/zh/money.ts';
import { registerText } from '#renderer/app/language/zh/register.ts';
import { verifyText } from '#renderer/app/language/zh/verify.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCases, type CaseRow } from '#renderer/queries/cases.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useSliced } from '#renderer/queries/useSliced.ts';

import { CaseFilterBar } from './list/CaseFilterBar.tsx';
import { CaseRows } from './list/CaseRows.tsx';
import { SavedViewsBar } from './list/SavedViewsBar.tsx';
import { ALL_CASES, dueFor, selectCases } from './list/caseList.ts';
import { useLastFilter } from './list/lastFilter.ts';
import { allHandlers } from './list/rowFacts.ts';
import { useReader } from './list/useReader.ts';
import { waitsFor, type Reader } from './list/waits.ts';
import { PrintQueueLink } from './printing/PrintQueueLink.tsx';

/** Cases of this device: what is returned, overdue or due first, then the newest; narrowed as the person left it. */
export function CasesPage(): ReactNode {
  const rows = useCases();
  const reader = useReader();
  const isReady = rows !== undefined && reader.user !== '';
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
      {!isReady && <LoadingState />}
      {isReady && (
        <PageColumn>
          {rows.length === 0 ? (
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
            <List key={reader.user} rows={rows} reader={reader} />
          )}
        </PageColumn>
      )}
    </>
  );
}

/** No case: the same list each time. */
const NONE: readonly CaseRow[] = [];

type Props = { readonly rows: readonly CaseRow[]; readonly reader: Reader };

function List({ rows, reader }: Props): ReactNode {
  const [filter, setFilter] = useLastFilter(reader.user);
  const names = useNames();
  const handlers = useMemo(() => allHandlers(rows), [rows]);
  const readDue = useCallback((row: CaseRow) => void dueFor(row, reader), [reader]);
  const readWaits = useCallback((row: CaseRow) => void waitsFor(row, reader), [reader]);
  const areDuesKnown = useSliced(rows, readDue, reader);
  const areWaitsKnown = useSliced(areDuesKnown ? rows : NONE, readWaits, areDuesKnown ? reader : NONE);
  const isReady = areDuesKnown && (filter.show !== 'todo' || areWaitsKnown);
  // Typing goes on while tens of thousands of cases are looked through.
  const asked = useDeferredValue(filter);
  const shown = useMemo(() => (isReady ? selectCases(rows, asked, reader) : NONE), [isReady, rows, asked, reader]);
  const people = handlers
    .map((value) => ({ value, label: names.person(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
  return (
    <>
      <CaseFilterBar filter={filter} onChange={setFilter} handlers={people} count={shown.length} />
      <SavedViewsBar filter={filter} onChange={setFilter} />
      <Panel flush>
        {!isReady ? (
          <LoadingState />
        ) : shown.length === 0 ? (
          <EmptyState
            title={words.nothingMatches}
            action={
              <Button variant="default" onClick={() => setFilter({ ...ALL_CASES, sort: filter.sort })}>
                {caseListText.clear}
              </Button>
            }
          />
        ) : (
          <CaseRows rows={shown} reader={reader} label={words.title} asked={JSON.stringify(asked)} />
        )}
      </Panel>
    </>
  );
}
