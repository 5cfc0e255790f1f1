import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { devicesText, shortDevice } from '#renderer/app/language/zh/devices.ts';
import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import type { useOwnDevice } from '#renderer/queries/devices.ts';
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

type Device = ReturnType<typeof useOwnDevice>;

/** Only an administrator can help: synchronising would not. */
function NotApproved({ device }: { readonly device: NonNullable<Device> }): ReactNode {
  const waits = device.standing === 'requested';
  return (
    <section className={classes['warning']} role="status">
      <h2 className={classes['warningTitle']}>
        <IconAlertTriangle size={24} aria-hidden />
        {waits ? devicesText.waitTitle : devicesText.lockedTitle}
      </h2>
      <span>{waits ? devicesText.waitText(shortDevice(device.id)) : devicesText.lockedText(device.reason)}</span>
    </section>
  );
}

type Props = { readonly device: Device; readonly numbersLeft: number | undefined; readonly cited: boolean };

/** Says before anything is typed whether the notice can be issued, and what to do when not. */
export function Readiness({ device, numbersLeft, cited }: Props): ReactNode {
  const isApproved = device === undefined || device.standing === 'approved';
  return (
    <>
      {device !== undefined && !isApproved && <NotApproved device={device} />}
      {isApproved && numbersLeft === 0 && <NoNumber />}
      {!cited && (
        <section className={classes['warning']} role="status">
          <h2 className={classes['warningTitle']}>
            <IconAlertTriangle size={24} aria-hidden />
            {words.noCitationTitle}
          </h2>
          <span>{words.noCitationHint}</span>
        </section>
      )}
      {isApproved && numbersLeft !== undefined && numbersLeft > 0 && (
        <p className={classes['numbers']} data-few={numbersLeft <= FEW}>
          {numbersLeft <= FEW ? words.numbersFew(numbersLeft) : words.numbersLeft(numbersLeft)}
        </p>
      )}
    </>
  );
}
