import type { ReactNode } from 'react';

import { StatusBadge, type Tone } from './StatusBadge.tsx';
import classes from './TimelineView.module.css';
import { kit } from './text.ts';

/** One thing that happened, in words; the caller translates. */
export type TimelineItem = {
  readonly key: string;
  readonly title: string;
  readonly time: string;
  /** Who, e.g. `张伟、李娜 · 黄石港区城管局`. */
  readonly who: string;
  readonly detail?: ReactNode;
  /** Something about the record itself that readers should know, in a few words. */
  readonly mark?: string | undefined;
  readonly tone?: 'normal' | 'good' | 'bad' | 'supervision';
  /** Where it stands on its way to the server; absent once it is there. */
  readonly state?: { readonly tone: Tone; readonly label: string } | undefined;
  /** Set when the event has no effect (`void`) or stands against the rules (`flagged`), with the reason. */
  readonly verdict?: { readonly is: 'void' | 'flagged'; readonly reason: string } | undefined;
};

/** What happened, in order. */
export function TimelineView({
  items,
  label,
}: {
  readonly items: readonly TimelineItem[];
  readonly label: string;
}): ReactNode {
  return (
    <ol className={classes['list']} aria-label={label}>
      {items.map((item) => (
        <li
          key={item.key}
          className={classes['item']}
          data-tone={item.tone ?? 'normal'}
          data-void={item.verdict?.is === 'void'}
        >
          <div className={classes['head']}>
            <strong className={classes['title']}>{item.title}</strong>
            {item.state !== undefined && <StatusBadge tone={item.state.tone}>{item.state.label}</StatusBadge>}
            <span className={classes['time']}>{item.time}</span>
          </div>
          <div className={classes['who']}>{item.who}</div>
          {item.detail !== undefined && <div className={classes['detail']}>{item.detail}</div>}
          {item.mark !== undefined && (
            <div className={classes['verdict']}>
              <StatusBadge tone="warn">{item.mark}</StatusBadge>
            </div>
          )}
          {item.verdict !== undefined && (
            <div className={classes['verdict']}>
              <StatusBadge tone={item.verdict.is === 'void' ? 'bad' : 'warn'}>
                {item.verdict.is === 'void' ? kit.void : kit.flagged}
              </StatusBadge>
              <span>{item.verdict.reason}</span>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
