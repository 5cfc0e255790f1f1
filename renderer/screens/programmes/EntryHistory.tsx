import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import { useEntries } from '#renderer/queries/programmes.ts';
import type { Contribution } from '#shared/programme/contributions.ts';
import type { Indicator } from '#shared/programme/programme.ts';

import classes from './programmes.module.css';
import { valueWords } from './words.ts';

type Props = { readonly indicator: Indicator; readonly year: number; readonly counting: readonly Contribution[] };

/** What was entered, the last first; what a later entry corrected stays to be read. */
export function EntryHistory({ indicator, year, counting }: Props): ReactNode {
  const entries = useEntries(indicator.id, year) ?? [];
  const { person, org } = useNames();
  const counts = new Set(counting.map(({ id }) => id));
  return (
    <Panel title={words.history} flush>
      {entries.length === 0 && <EmptyNote title={words.noHistory} text={words.noRecordsHint} />}
      <PlainList label={words.history}>
        {entries.map((entry) => (
          <li key={entry.event} className={classes['entry']}>
            <strong>{words.monthName(entry.month)}</strong>
            <strong className={classes['amount']}>{valueWords(indicator, entry.value)}</strong>
            <span className={classes['soft']}>
              {[org(entry.org), person(entry.by), showInstant(entry.wallAt), entry.note ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <StatusBadge tone={counts.has(entry.event) ? 'good' : 'neutral'}>
              {counts.has(entry.event) ? words.counting : words.superseded}
            </StatusBadge>
            {entry.report !== undefined && (
              <Gallery label={words.report} stream={entry.stream} photos={[entry.report]} />
            )}
          </li>
        ))}
      </PlainList>
    </Panel>
  );
}
