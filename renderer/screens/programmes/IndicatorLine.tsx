import type { ReactNode } from 'react';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import { showAmount } from '#shared/programme/amount.ts';
import type { Indicator } from '#shared/programme/programme.ts';

import { Sparkline } from './Sparkline.tsx';
import classes from './programmes.module.css';
import { percentWords, stateOf, targetWords, valueWords } from './words.ts';

type Props = {
  readonly of: IndicatorStanding;
  readonly year: number;
  /** Rows of the plan that it belongs to. */
  readonly rows: string;
};

/** An indicator on the board: what was done, of what, how the months went, and where it leads. */
export function IndicatorLine({ of, year, rows }: Props): ReactNode {
  const { indicator, standing } = of;
  const { tone, text } = stateOf(of);
  const { actual, percentTenths, forecast, months } = standing;
  const facts = [
    indicator.target === undefined ? words.noTarget : `${words.target} ${targetWords(indicator)}`,
    ...(percentTenths === undefined ? [] : [`${words.percent} ${percentWords(percentTenths)}`]),
    ...(forecast === undefined ? [] : [`${words.forecast} ${valueWords(indicator, forecast)}`]),
    ...(standing.unmeasured === 0 ? [] : [words.unmeasured(standing.unmeasured)]),
    ...(indicator.dueOn === undefined ? [] : [words.dueOn(indicator.dueOn)]),
  ];
  return (
    <LinkRow
      href={`/plan/${String(year)}/${indicator.id}`}
      title={
        <span className={classes['title']}>
          <span>
            <span className={classes['row']}>{rows}</span> {indicator.name}
          </span>
          {actual !== undefined && <strong className={classes['amount']}>{valueWords(indicator, actual)}</strong>}
        </span>
      }
      text={facts.join(' · ')}
      aside={
        <span className={classes['aside']}>
          {months.some((value) => value !== undefined) && (
            <Sparkline months={months} label={trendWords(indicator, months)} />
          )}
          <StatusBadge tone={tone}>{text}</StatusBadge>
        </span>
      }
    />
  );
}

/** The months in words, for who cannot see the bars. */
export function trendWords({ name, decimals }: Indicator, months: readonly (number | undefined)[]): string {
  const told = months.flatMap((value, index) =>
    value === undefined ? [] : [words.month(index, showAmount(value, decimals))],
  );
  return told.length === 0 ? words.noTrend(name) : words.trendOf(name, told.join('，'));
}
