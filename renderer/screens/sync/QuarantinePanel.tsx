import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { quarantineReason, sync as words } from '#renderer/app/language/zh/sync.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useQuarantine } from '#renderer/queries/transport.ts';

import { Row, Rows } from './Rows.tsx';
import classes from './sync.module.css';

/** What the server sent and this app cannot use; kept as it came. Nothing at all when there is none. */
export function QuarantinePanel(): ReactNode {
  const rows = useQuarantine();
  if (rows === undefined || rows.length === 0) return null;
  return (
    <Panel title={words.quarantine} flush>
      <p className={classes['intro']}>{words.quarantineText}</p>
      <Rows
        label={words.quarantine}
        items={rows}
        row={(row) => (
          <Row
            key={row.id}
            title={row.id}
            text={`${row.db} · ${showInstant(row.seenAt)}`}
            aside={<StatusBadge tone="warn">{quarantineReason(row.reason)}</StatusBadge>}
          />
        )}
      />
    </Panel>
  );
}
