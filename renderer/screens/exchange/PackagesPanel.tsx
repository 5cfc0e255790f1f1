import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import type { ExchangeRow } from '#renderer/queries/exchange.ts';

import classes from './exchange.module.css';

/** Packages that left, the last first, and what came back about them. */
export function PackagesPanel({ packages }: { readonly packages: readonly ExchangeRow[] }): ReactNode {
  return (
    <Panel title={words.packages} flush>
      {packages.length === 0 && <EmptyNote title={words.noPackages} text={words.noPackagesHint} />}
      <PlainList label={words.packages} divided={false}>
        {packages.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </PlainList>
    </Panel>
  );
}

function Line({ one }: { readonly one: ExchangeRow }): ReactNode {
  const names = useNames();
  const count = (result: string): number => one.items.filter(({ answer }) => answer?.result === result).length;
  const [received, returned] = [count('received'), count('returned')];
  const back = one.items.filter(({ answer }) => answer?.result === 'returned');
  const state = returned > 0 ? 'returned' : received === one.items.length ? 'done' : 'open';
  const tones = { returned: 'bad', done: 'good', open: 'info' } as const;
  return (
    <li className={classes['line']}>
      <div>
        <strong>{words.packageName(showInstant(one.packedAt))}</strong>
        <div className={classes['soft']}>
          {[words.counts(one.items.length, received, returned), names.person(one.by)].join(' · ')}
        </div>
        <code className={classes['soft']}>{one.id}</code>
        {back.map(({ taskNo, title, answer }) => (
          <div key={taskNo} className={classes['back']}>
            {title} {words.reason(answer?.reason ?? '')}
          </div>
        ))}
      </div>
      <StatusBadge tone={tones[state]}>{words.states[state]}</StatusBadge>
    </li>
  );
}
