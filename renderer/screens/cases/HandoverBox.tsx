import { IconArrowsExchange } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { handoverText as words } from '#renderer/app/language/zh/handover.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';

import classes from './cases.module.css';

/** Where the case went, or where it came from, with the reason. Nothing for a case that was never handed over. */
export function HandoverBox({ row }: { readonly row: CaseRow }): ReactNode {
  const names = useNames();
  const own = useSession()?.org;
  const box = useRef<HTMLElement>(null);
  const known = useRef(row.handovers.length);
  const count = row.handovers.length;
  useEffect(() => {
    // Who has just handed it over stands at the lower end of the page.
    if (count > known.current) box.current?.scrollIntoView({ block: 'center' });
    known.current = count;
  }, [count]);
  const last = row.handovers.at(-1);
  if (last === undefined) return null;
  const isAway = row.handovers.some(({ from }) => from === own) && row.org !== own;
  return (
    <section
      ref={box}
      className={classes['notice']}
      data-tone={isAway ? 'warn' : 'good'}
      role="status"
      aria-label={words.panel}
    >
      <h2 className={classes['noticeTitle']}>
        <IconArrowsExchange size={24} aria-hidden />
        {isAway ? words.away(names.org(last.to)) : words.received(names.org(last.from))}
      </h2>
      <p className={classes['quote']}>{last.reason}</p>
      <span className={classes['soft']}>{isAway ? words.awayHint : words.receivedHint}</span>
      <span className={classes['soft']}>{words.line(names.person(last.by), showInstant(last.at))}</span>
    </section>
  );
}
