import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { discretionText } from '#renderer/app/language/zh/discretion.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { EarlierCase } from '#shared/catalogue/firstOffence.ts';
import type { Party } from '#shared/events/party.ts';

import classes from './acts.module.css';
import type { PastCase } from './discretion.ts';
import { countOfMatter, useEarlierCases } from './useEarlierCases.ts';

const words = discretionText.earlier;
const MOST = 8;

type ListProps = { readonly earlier: readonly EarlierCase<PastCase>[] | undefined; readonly matter: string };

/** 首违不罚: earlier cases of the party as this device knows them, or that there are none (行政处罚法 §33). */
export function EarlierCaseList({ earlier, matter }: ListProps): ReactNode {
  if (earlier === undefined) return <Text c="dimmed">{words.loading}</Text>;
  const hint =
    earlier.length === 0 ? words.none : countOfMatter(earlier, matter) === 0 ? words.noneOfMatter : undefined;
  return (
    <>
      {earlier.length > 0 && (
        <ul className={classes['earlier']} aria-label={words.title}>
          {earlier.slice(0, MOST).map(({ row, by }) => (
            <li key={row.id}>
              <Anchor component={Link} href={`/cases/${row.id}`} className={classes['earlierLink']}>
                {row.row.title}
              </Anchor>
              <div className={classes['soft']}>{`${words.found(row.foundOn)} · ${words.by[by]}`}</div>
              <span className={classes['marks']}>
                <StatusBadge tone={stageWords[row.stage].tone}>{stageWords[row.stage].text}</StatusBadge>
                {row.matterCodes.includes(matter) && <StatusBadge tone="warn">{words.sameMatter}</StatusBadge>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {earlier.length > MOST && <div className={classes['soft']}>{words.more(earlier.length - MOST)}</div>}
      {hint !== undefined && <Text>{hint}</Text>}
      <div className={classes['soft']}>{words.own}</div>
    </>
  );
}

type Props = {
  readonly party: Party;
  /** The day seen from which they are earlier. */
  readonly on: string;
  readonly matter: string;
};

/** The same for a party that is being typed. */
export function EarlierCasesOf({ party, on, matter }: Props): ReactNode {
  const earlier = useEarlierCases({ party, on });
  return (
    <section aria-label={words.title}>
      <div className={classes['label']}>{words.title}</div>
      <EarlierCaseList earlier={earlier} matter={matter} />
    </section>
  );
}
