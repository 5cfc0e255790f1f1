import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { printingText as words, printStates } from '#renderer/app/language/zh/printing.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { send, type CommandError } from '#renderer/data/client.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useSession } from '#renderer/queries/meta.ts';
import type { PrintRow } from '#renderer/queries/prints.ts';

import classes from './printing.module.css';

/** Print jobs with their states: what they wait for, why they failed, and what can be done about it. */
export function PrintJobs({ rows }: { readonly rows: readonly PrintRow[] }): ReactNode {
  const user = useSession()?.user;
  const [error, setError] = useState<CommandError>();
  const change = async (command: 'print.retry' | 'print.cancel', id: string): Promise<void> => {
    const answer = await send(command, { id });
    setError(answer.ok ? undefined : answer.error);
  };
  return (
    <>
      <FormError error={error === undefined ? undefined : messageOf(error)} />
      <ul className={classes['jobs']} aria-label={words.jobs}>
        {rows.map((row) => (
          <Job key={row.id} row={row} isMine={row.by === user} onChange={change} />
        ))}
      </ul>
    </>
  );
}

type JobProps = {
  readonly row: PrintRow;
  readonly isMine: boolean;
  readonly onChange: (command: 'print.retry' | 'print.cancel', id: string) => Promise<void>;
};

function Job({ row, isMine, onChange }: JobProps): ReactNode {
  const names = useNames();
  const { text, tone } = printStates[row.state];
  const isOpen = row.state === 'waiting' || row.state === 'printing';
  const isStuck = row.state === 'waiting' && row.reason !== undefined;
  return (
    <li className={classes['job']}>
      <div className={classes['about']}>
        <div className={classes['title']}>{row.title}</div>
        <div className={classes['soft']}>{words.job(row)}</div>
        <div className={classes['soft']}>{words.ordered(names.person(row.by), showInstant(row.orderedAt))}</div>
        <Reason row={row} />
      </div>
      <StatusBadge tone={isOpen && row.reason !== undefined ? 'warn' : tone}>
        {row.cancelling === true && isOpen ? words.cancelling : text}
      </StatusBadge>
      {isMine && (
        <Group gap="xs" className={classes['buttons']}>
          {(row.state === 'failed' || isStuck) && (
            <Button
              variant="default"
              aria-label={words.retryOf(row.title)}
              onClick={() => void onChange('print.retry', row.id)}
            >
              {words.retry}
            </Button>
          )}
          {isOpen && row.cancelling !== true && (
            <Button
              variant="subtle"
              color="red"
              aria-label={words.cancelOf(row.title)}
              onClick={() => void onChange('print.cancel', row.id)}
            >
              {words.cancel}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

function Reason({ row: { reason } }: { readonly row: PrintRow }): ReactNode {
  if (reason === undefined) return null;
  if (reason.code === 'handed_over') return <div className={classes['soft']}>{words.handedOver}</div>;
  const { what, todo } = messageOf({ code: reason.code });
  return (
    <div className={classes['reason']}>
      <strong>{what}</strong>
      <span>{todo}</span>
      {reason.detail !== undefined && <span className={classes['soft']}>{words.said(reason.detail)}</span>}
    </div>
  );
}
