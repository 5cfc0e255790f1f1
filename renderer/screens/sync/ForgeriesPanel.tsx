import type { ReactNode } from 'react';

import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useProblems } from '#renderer/queries/meta.ts';

import { Row, Rows } from './Rows.tsx';
import classes from './sync.module.css';

/** Records on the server that do not hash to their own id. Nothing at all when there are none. */
export function ForgeriesPanel(): ReactNode {
  const forgeries = (useProblems() ?? []).filter((problem) => problem.code === 'forgery');
  if (forgeries.length === 0) return null;
  return (
    <Panel title={words.forgeries} flush>
      <p className={classes['intro']}>{words.forgeriesText}</p>
      <Rows
        label={words.forgeries}
        items={forgeries}
        row={(problem) => (
          <Row
            key={problem.subject}
            title={problem.subject}
            text={problem.detail ?? ''}
            aside={<StatusBadge tone="bad">{words.forged}</StatusBadge>}
          />
        )}
      />
    </Panel>
  );
}
