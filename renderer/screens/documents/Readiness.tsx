import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import classes from './notice.module.css';

const FEW = 5;

function NoNumber(): ReactNode {
  const sync = useCommand('sync.now');
  return (
    <section className={classes['warning']} role="status">
      <h2 className={classes['warningTitle']}>
        <IconAlertTriangle size={24} aria-hidden />
        {words.noNumberTitle}
      </h2>
      <span>{words.noNumberHint}</span>
      {sync.error !== undefined && <span>{`${words.syncFailed}：${messageOf(sync.error).what}`}</span>}
      <Button variant="default" loading={sync.pending} onClick={() => void sync.run({})}>
        {words.syncNow}
      </Button>
    </section>
  );
}

type Props = { readonly numbersLeft: number | undefined; readonly cited: boolean };

/** Says before anything is typed whether the notice can be issued, and what to do when not. */
export function Readiness({ numbersLeft, cited }: Props): ReactNode {
  return (
    <>
      {numbersLeft === 0 && <NoNumber />}
      {!cited && (
        <section className={classes['warning']} role="status">
          <h2 className={classes['warningTitle']}>
            <IconAlertTriangle size={24} aria-hidden />
            {words.noCitationTitle}
          </h2>
          <span>{words.noCitationHint}</span>
        </section>
      )}
      {numbersLeft !== undefined && numbersLeft > 0 && (
        <p className={classes['numbers']} data-few={numbersLeft <= FEW}>
          {numbersLeft <= FEW ? words.numbersFew(numbersLeft) : words.numbersLeft(numbersLeft)}
        </p>
      )}
    </>
  );
}
