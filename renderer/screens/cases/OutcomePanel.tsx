import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { Gallery } from '#renderer/app/photos/Gallery.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';

import classes from './cases.module.css';

const words = casesText.page;

/** How it ended: fixed on the spot with both pictures, or the re-check. Nothing before that. */
export function OutcomePanel({ row }: { readonly row: CaseRow }): ReactNode {
  const stream = `case:${row.id}`;
  const { onSiteFix, recheck } = row;
  if (onSiteFix === undefined && recheck === undefined) return null;
  return (
    <>
      {onSiteFix !== undefined && (
        <Panel title={words.onSiteFix}>
          <div className={classes['stack']}>
            <span className={classes['soft']}>{showInstant(onSiteFix.at)}</span>
            <div>
              <h3 className={classes['subhead']}>{words.before}</h3>
              <Gallery label={words.before} stream={stream} photos={onSiteFix.before} />
            </div>
            <div>
              <h3 className={classes['subhead']}>{words.after}</h3>
              <Gallery label={words.after} stream={stream} photos={onSiteFix.after} />
            </div>
            {onSiteFix.note !== undefined && <p className={classes['prose']}>{onSiteFix.note}</p>}
          </div>
        </Panel>
      )}
      {recheck !== undefined && (
        <Panel title={words.recheckResult}>
          <div className={classes['stack']}>
            <span className={classes['head']}>
              <StatusBadge tone={recheck.result === 'fixed' ? 'good' : 'bad'}>
                {recheck.result === 'fixed' ? words.recheckFixed : words.recheckNotFixed}
              </StatusBadge>
              <span className={classes['soft']}>{showInstant(recheck.at)}</span>
            </span>
            <Gallery label={words.recheckResult} stream={stream} photos={recheck.photos} />
            {recheck.note !== undefined && <p className={classes['prose']}>{recheck.note}</p>}
          </div>
        </Panel>
      )}
    </>
  );
}
