import { Button, Select } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { SaveTableButton } from '#renderer/app/SaveTableButton.tsx';
import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { planFilesText } from '#renderer/app/language/zh/planFiles.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useEntered, useStandings } from '#renderer/queries/programmes.ts';
import { useNow, useToday } from '#renderer/queries/useNow.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { droppedIndicators, programmeOf, type Programme } from '#shared/programme/programme.ts';

import { BoardPanels } from './BoardPanels.tsx';
import { PlanRows } from './PlanRows.tsx';
import { PrintBoardButton } from './PrintBoardButton.tsx';
import { boardModel } from './board.ts';
import { planWorkbook } from './planWorkbook.ts';
import classes from './programmes.module.css';
import { cautionWords } from './words.ts';

/** 年度计划: every indicator of the plan that holds in the year, and where it stands. */
export function PlanPage({ year }: { readonly year?: string }): ReactNode {
  const catalogue = useCatalogue();
  const today = useToday();
  if (catalogue === undefined) return <LoadingState />;
  const programmes = catalogue?.programmes ?? [];
  const wanted = year === undefined ? Number(today.slice(0, 4)) : Number(year);
  const plan = programmeOf(programmes, wanted) ?? programmes[0];
  if (plan !== undefined)
    return <Board plan={plan} year={Math.max(wanted, plan.year)} years={yearsOf(programmes, today)} />;
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.none} text={words.noneHint} />
    </>
  );
}

/** From the first plan to this year or the last plan. */
function yearsOf(programmes: readonly Programme[], today: string): readonly number[] {
  const planned = programmes.map(({ year }) => year);
  const first = Math.min(...planned);
  const last = Math.max(...planned, Number(today.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

type BoardProps = { readonly plan: Programme; readonly year: number; readonly years: readonly number[] };

function Board({ plan, year, years }: BoardProps): ReactNode {
  const nowMs = useNow();
  const today = chinaDateOf(nowMs);
  const { org } = useNames();
  // In full: short names leave out that an organisation is invented.
  const agency = useSession()?.orgName ?? '';
  const standings = useStandings(plan, year, today);
  const cautions = cautionWords(plan, year);
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={plan.name}
        actions={
          <>
            <YearPicker year={year} years={years} />
            <Button
              component={Link}
              href="/plan/files"
              variant="default"
              leftSection={<IconFiles size={20} aria-hidden />}
            >
              {planFilesText.open}
            </Button>
            {standings !== undefined && (
              <>
                <SaveTableButton
                  label={words.save}
                  name={words.file(year, today)}
                  disabled={false}
                  text={() => planWorkbook(standings, org)}
                />
                <PrintBoardButton
                  make={() => {
                    const at = new Date(nowMs).toISOString();
                    return boardModel({ plan, year, standings, agency, org, at });
                  }}
                  fileName={words.print.file(year, today)}
                />
              </>
            )}
          </>
        }
      />
      <PageColumn>
        {cautions.length > 0 && (
          <p className={classes['note']} role="note">
            {cautions.join('')}
          </p>
        )}
        {standings === undefined ? <LoadingState /> : <BoardPanels plan={plan} year={year} standings={standings} />}
        <p className={classes['soft']}>
          {words.scope}
          {words.forecastHint}
        </p>
        <Dropped plan={plan} year={year} />
        <PlanRows plan={plan} year={year} />
      </PageColumn>
    </>
  );
}

/** What earlier versions of the year's plan counted and this one does not: its numbers stay to be read. */
function Dropped({ plan, year }: Pick<BoardProps, 'plan' | 'year'>): ReactNode {
  const dropped = droppedIndicators(useCatalogue()?.programmes ?? [], plan, useEntered(year));
  if (dropped.length === 0) return null;
  return (
    <Panel title={words.dropped} flush>
      <LinkList label={words.dropped}>
        {dropped.map((indicator) => (
          <LinkRow
            key={indicator.id}
            href={`/plan/${String(year)}/${indicator.id}`}
            title={indicator.name}
            text={words.droppedHint}
          />
        ))}
      </LinkList>
    </Panel>
  );
}

function YearPicker({ year, years }: Pick<BoardProps, 'year' | 'years'>): ReactNode {
  const [, go] = useLocation();
  return (
    <Select
      aria-label={words.year}
      data={years.map((one) => ({ value: String(one), label: words.yearName(one) }))}
      value={String(year)}
      onChange={(value) => go(`/plan/${value ?? String(year)}`)}
      allowDeselect={false}
    />
  );
}
