import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useStandings, type IndicatorStanding } from '#renderer/queries/programmes.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { programmeOf, type Programme } from '#shared/programme/programme.ts';

import { EntryDialog } from './EntryDialog.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { trendWords } from './IndicatorLine.tsx';
import { MadeOf } from './MadeOf.tsx';
import { Sparkline } from './Sparkline.tsx';
import classes from './programmes.module.css';
import { percentWords, stateOf, targetWords, valueWords } from './words.ts';

type Props = { readonly year: number; readonly id: string };

/** One indicator: where it stands, of which records it is made, and what was entered. */
export function IndicatorPage({ year, id }: Props): ReactNode {
  const catalogue = useCatalogue();
  if (catalogue === undefined) return <LoadingState />;
  const plan = programmeOf(catalogue?.programmes ?? [], year);
  if (plan?.indicators.some((one) => one.id === id) === true) return <Found plan={plan} year={year} id={id} />;
  const plans = (catalogue?.programmes ?? []).toSorted((a, b) => b.year - a.year || b.version - a.version);
  const older = plans.find(({ indicators }) => indicators.some((one) => one.id === id));
  if (older !== undefined) return <Found plan={older} year={year} id={id} isDropped />;
  return (
    <>
      <PageHeader title={words.title} back="/plan" />
      <EmptyState title={words.none} text={words.noneHint} />
    </>
  );
}

type FoundProps = Props & { readonly plan: Programme; readonly isDropped?: boolean };

function Found({ plan, year, id, isDropped = false }: FoundProps): ReactNode {
  const today = useToday();
  const found = useStandings(plan, year, today)?.find(({ indicator }) => indicator.id === id);
  const mayEnter = useMayWrite('indicator.entered');
  const [entering, setEntering] = useState(false);
  if (found === undefined) return <LoadingState />;
  const { indicator, standing } = found;
  const isManual = indicator.source === 'manual';
  const mayAdd = isManual && mayEnter && !isDropped;
  return (
    <>
      <PageHeader
        title={indicator.name}
        back={`/plan/${String(year)}`}
        subtitle={`${words.yearName(year)} · ${words.sources[indicator.source]}`}
        actions={mayAdd && <Button onClick={() => setEntering(true)}>{words.enter}</Button>}
      />
      <PageColumn>
        {isDropped && (
          <p className={classes['note']} role="note">
            {words.droppedHint}
          </p>
        )}
        <Facts {...found} />
        <Shares indicator={indicator} standing={standing} />
        {isManual ? (
          <EntryHistory indicator={indicator} year={year} counting={standing.made} />
        ) : (
          <MadeOf indicator={indicator} made={standing.made} />
        )}
      </PageColumn>
      {entering && <EntryDialog indicator={indicator} year={year} today={today} onClose={() => setEntering(false)} />}
    </>
  );
}

function Facts(found: IndicatorStanding): ReactNode {
  const { indicator, standing } = found;
  const { tone, text } = stateOf(found);
  const { actual, percentTenths, forecast, months } = standing;
  return (
    <Panel title={words.actual} aside={<StatusBadge tone={tone}>{text}</StatusBadge>}>
      <KeyValue
        rows={[
          { key: words.target, value: targetWords(indicator) },
          {
            key: words.actual,
            value: [
              valueWords(indicator, actual),
              standing.unmeasured === 0 ? '' : words.unmeasured(standing.unmeasured),
            ]
              .filter((part) => part !== '')
              .join('；'),
          },
          { key: words.percent, value: percentTenths === undefined ? '' : percentWords(percentTenths) },
          {
            key: words.forecast,
            value: forecast === undefined ? '' : `${valueWords(indicator, forecast)}（${words.forecastHint}）`,
          },
          {
            key: words.trend,
            value: months.some((value) => value !== undefined) ? (
              <Sparkline months={months} label={trendWords(indicator, months)} />
            ) : (
              ''
            ),
          },
        ]}
      />
    </Panel>
  );
}

type SharesProps = Pick<IndicatorStanding, 'indicator' | 'standing'>;

/** By organisation and by parts of the whole, where there are any. */
function Shares({ indicator, standing: { byOrg, byPart } }: SharesProps): ReactNode {
  const { org } = useNames();
  if (byOrg.length === 0) return null;
  return (
    <>
      <Panel title={words.byOrg}>
        <KeyValue rows={byOrg.map((one) => ({ key: org(one.org), value: valueWords(indicator, one.value) }))} />
      </Panel>
      {byPart.length > 0 && (
        <Panel title={words.byPart}>
          <KeyValue
            rows={byPart.map(({ part, value }) => ({ key: words.part(part), value: valueWords(indicator, value) }))}
          />
        </Panel>
      )}
    </>
  );
}
