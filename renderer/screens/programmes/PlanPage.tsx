import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { SaveTableButton } from '#renderer/app/SaveTableButton.tsx';
import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useStandings } from '#renderer/queries/programmes.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { programmeOf, type Programme } from '#shared/programme/programme.ts';

import { IndicatorLine } from './IndicatorLine.tsx';
import { PlanRows } from './PlanRows.tsx';
import { planWorkbook } from './planWorkbook.ts';
import classes from './programmes.module.css';

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

/** The rows of the plan that name an indicator. */
function rowsOf({ rows }: Programme, indicator: string): string {
  const named = rows.filter(({ serves }) => serves.some(({ by, ref }) => by === 'indicator' && ref === indicator));
  return named.map(({ id }) => id).join(' ');
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
  const today = useToday();
  const { org } = useNames();
  const [, go] = useLocation();
  const standings = useStandings(plan, year, today);
  const choose = (
    <Select
      aria-label={words.year}
      data={years.map((one) => ({ value: String(one), label: words.yearName(one) }))}
      value={String(year)}
      onChange={(value) => go(`/plan/${value ?? String(year)}`)}
      allowDeselect={false}
    />
  );
  return (
    <>
      <PageHeader title={words.title} subtitle={plan.name} actions={choose} />
      <PageColumn>
        {plan.year !== year && (
          <p className={classes['note']} role="note">
            {words.carried(plan.year, year)}
          </p>
        )}
        <p className={classes['soft']}>
          {words.scope}
          {words.forecastHint}
        </p>
        {standings === undefined ? (
          <LoadingState />
        ) : (
          <Panel
            title={words.list}
            flush
            aside={
              <SaveTableButton
                label={words.save}
                name={words.file(year, today)}
                disabled={false}
                text={() => planWorkbook(standings, org)}
              />
            }
          >
            <LinkList label={words.list}>
              {standings.map(({ indicator, standing }) => (
                <IndicatorLine
                  key={indicator.id}
                  indicator={indicator}
                  standing={standing}
                  year={year}
                  rows={rowsOf(plan, indicator.id)}
                />
              ))}
            </LinkList>
          </Panel>
        )}
        <PlanRows plan={plan} year={year} />
      </PageColumn>
    </>
  );
}
