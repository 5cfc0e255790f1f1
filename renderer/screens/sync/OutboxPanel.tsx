import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { eventName } from '#renderer/app/language/zh/caseWords.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reasonText, sync as words } from '#renderer/app/language/zh/sync.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { FormError, LoadingState } from '#renderer/components/states.tsx';
import { useSession } from '#renderer/queries/meta.ts';
import { useStreamTitles } from '#renderer/queries/streamTitles.ts';
import { useOutbox, type OutboxRow } from '#renderer/queries/transport.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { Quiet, Row, Rows } from './Rows.tsx';

/** Own records that the server does not have yet; refused ones first, with the server's reason. */
export function OutboxPanel(): ReactNode {
  const rows = useOutbox();
  const titles = useStreamTitles(rows?.map((row) => row.stream) ?? []);
  const user = useSession()?.user;
  return (
    <Panel title={words.outbox} flush>
      {rows === undefined && <LoadingState />}
      {rows?.length === 0 && <Quiet text={words.outboxEmpty} />}
      {rows !== undefined && rows.length > 0 && (
        <Rows
          label={words.outbox}
          items={rows}
          row={(row) => (
            <OutboxLine key={row.id} row={row} about={titles?.get(row.stream) ?? ''} own={row.by === user} />
          )}
        />
      )}
    </Panel>
  );
}

function OutboxLine({
  row,
  about,
  own,
}: {
  readonly row: OutboxRow;
  readonly about: string;
  readonly own: boolean;
}): ReactNode {
  const retry = useCommand('sync.retry');
  const refused = row.state === 'refused';
  const waits = own ? '' : ` · ${words.otherUser(row.by)}`;
  const aside = refused ? (
    <>
      <StatusBadge tone="bad">{words.refused}</StatusBadge>
      <Button variant="default" loading={retry.pending} onClick={() => void retry.run({ item: row.id })}>
        {words.retry}
      </Button>
    </>
  ) : (
    <StatusBadge tone="info">{words.waiting}</StatusBadge>
  );
  return (
    <>
      <Row
        title={about === '' ? eventName(row.type) : `${eventName(row.type)} · ${about}`}
        text={words.savedAt(showInstant(row.savedAt)) + waits}
        reason={refused ? reasonText(row.reason) : undefined}
        aside={aside}
      />
      {retry.error !== undefined && (
        <li>
          <FormError error={messageOf(retry.error)} />
        </li>
      )}
    </>
  );
}
