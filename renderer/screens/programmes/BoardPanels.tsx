import { useState, type ReactNode } from 'react';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';
import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import type { Programme } from '#shared/programme/programme.ts';

import { IndicatorLine } from './IndicatorLine.tsx';
import { boardGroups, GROUPS, type BoardGroup } from './board.ts';
import { rowsOf } from './words.ts';

const TONES = { late: 'bad', on_track: 'info', no_data: 'neutral', met: 'good', no_target: 'neutral' } as const;

type Props = {
  readonly plan: Programme;
  readonly year: number;
  readonly standings: readonly IndicatorStanding[];
};

/** The board: how many are late, on track, met; then each of them, the late ones first. */
export function BoardPanels({ plan, year, standings }: Props): ReactNode {
  const [chosen, setChosen] = useState<BoardGroup | 'all'>('all');
  const groups = boardGroups(standings);
  const countOf = (group: BoardGroup): number => groups.find((one) => one.group === group)?.lines.length ?? 0;
  const shown = groups.filter(({ group }) => chosen === 'all' || group === chosen);
  return (
    <>
      <BigChoice
        label={words.filter}
        options={[
          { value: 'all' as const, label: words.count(words.allGroups, standings.length), tone: 'info' as const },
          ...GROUPS.map((value) => ({
            ...{ value, label: words.count(words.groups[value], countOf(value)), tone: TONES[value] },
          })),
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {shown.length === 0 && (
        <Panel>
          <EmptyNote title={words.nothing} text={words.nothingHint} />
        </Panel>
      )}
      {shown.map(({ group, lines }) => (
        <Panel key={group} title={words.count(words.groups[group], lines.length)} flush>
          <LinkList label={`${words.list} ${words.groups[group]}`}>
            {lines.map((one) => (
              <IndicatorLine key={one.indicator.id} of={one} year={year} rows={rowsOf(plan, one.indicator.id)} />
            ))}
          </LinkList>
        </Panel>
      ))}
    </>
  );
}
