import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { restored as words } from '#renderer/app/language/zh/restored.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { useRestored, useSession } from '#renderer/queries/meta.ts';
import { useSyncItems } from '#renderer/queries/syncItems.ts';

import { CarryDialog } from './CarryDialog.tsx';
import { Row, Rows } from './Rows.tsx';
import classes from './sync.module.css';

/** What a restored server had lost and what is done about it; for whom records wait, and how a carrier takes them along. */
export function RestoredPanel(): ReactNode {
  const notice = useRestored();
  const user = useSession()?.user;
  const items = useSyncItems() ?? [];
  const [carrying, setCarrying] = useState(false);
  const held = countBy(items.filter((item) => item.by !== user && item.state === 'waiting'));
  if (!notice && held.length === 0) return null;
  return (
    <Panel
      title={notice ? words.title : words.heldTitle}
      flush
      aside={
        held.length > 0 && (
          <Button variant="default" onClick={() => setCarrying(true)}>
            {words.carry}
          </Button>
        )
      }
    >
      {notice && (
        <p className={classes['intro']}>
          {words.noticed(showInstant(notice.noticedAt), notice.databases.length)}
          {words.done(notice.sent, notice.fetched, notice.blobs)}
        </p>
      )}
      {held.length > 0 && (
        <Rows
          label={words.heldTitle}
          items={held}
          row={({ by, count }) => <Row key={by} title={words.heldFor(by)} text={words.heldCount(count)} aside={null} />}
        />
      )}
      {carrying && <CarryDialog onClose={() => setCarrying(false)} />}
    </Panel>
  );
}

function countBy(rows: readonly { readonly by: string }[]): readonly { readonly by: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { by } of rows) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts].map(([by, count]) => ({ by, count }));
}
