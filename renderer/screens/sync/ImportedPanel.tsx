import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { bundleText as words } from '#renderer/app/language/zh/bundle.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useImported } from '#renderer/queries/imported.ts';
import { useStreamTitles } from '#renderer/queries/streamTitles.ts';

import { Row, Rows } from './Rows.tsx';
import classes from './sync.module.css';

/** Records that bundles brought and nobody has vouched for yet; hidden when there are none. */
export function ImportedPanel(): ReactNode {
  const rows = useImported();
  const titles = useStreamTitles(rows?.map((row) => streamOf(row.id)) ?? []);
  if (rows === undefined || rows.length === 0) return null;
  return (
    <Panel title={words.marks} flush>
      <p className={classes['intro']}>{words.marksText}</p>
      <Rows
        label={words.marks}
        items={rows}
        row={(row) => (
          <Row
            key={row.id}
            title={titles?.get(streamOf(row.id)) ?? row.id}
            text={`${words.mark(row.by, row.device)} · ${showInstant(row.at)}`}
            aside={<StatusBadge tone="warn">{words.unverified}</StatusBadge>}
          />
        )}
      />
    </Panel>
  );
}

/** The stream inside an event's id (`<kind>:<uuid>:<at>:<hash>`). */
function streamOf(id: string): string {
  return id.split(':').slice(0, 2).join(':');
}
