import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { devicesText as words, shortDevice, standingNames } from '#renderer/app/language/zh/devices.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { CommandResults } from '#renderer/data/client.ts';
import type { DeviceView, LastSeen } from '#renderer/queries/devices.ts';
import { useNames, type Names } from '#renderer/queries/directory.ts';
import { useDeviceId } from '#renderer/queries/meta.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { RevokeButton } from './RevokeButton.tsx';
import classes from './devices.module.css';

type Props = {
  readonly device: DeviceView;
  readonly seen: LastSeen[string] | undefined;
  readonly seenKnown: boolean;
  readonly onChange: (change: CommandResults['device.approve']) => void;
};

const TONES: Readonly<Record<DeviceView['standing'], Tone>> = {
  requested: 'warn',
  approved: 'good',
  rejected: 'bad',
  revoked: 'bad',
};

/** One device: whose, since when, how it stands, and what can be done with it. */
export function DeviceLine({ device, seen, seenKnown, onChange }: Props): ReactNode {
  const { card, standing } = device;
  const names = useNames();
  const isOwn = useDeviceId() === card.device;
  const approve = useCommand('device.approve');
  const short = shortDevice(card.device);
  const person = names.person(card.by);
  const confirm = async (): Promise<void> => {
    const answer = await approve.run({ device: card.device });
    if (answer.ok) onChange(answer.value);
  };
  return (
    <li className={classes['item']} aria-label={words.idOf(short)}>
      <div className={classes['main']}>
        <span className={classes['title']}>
          {words.idOf(short)}
          <StatusBadge tone={TONES[standing]}>{standingNames[standing]}</StatusBadge>
          {isOwn && <StatusBadge tone="info">{words.mine}</StatusBadge>}
        </span>
        <span>{`${person} · ${names.org(card.org)}`}</span>
        <span className={classes['text']}>{words.requested(showInstant(card.registeredAt))}</span>
        <span className={classes['text']}>{history(device, names)}</span>
        <span className={classes['text']}>{seenText(seen, seenKnown, names)}</span>
        <span className={classes['id']}>{card.device}</span>
        <FormError error={approve.error && messageOf(approve.error)} />
      </div>
      <div className={classes['aside']}>
        {standing !== 'approved' && (
          <ConfirmButton
            title={words.approveTitle(short)}
            text={words.approveText(person, names.org(card.org))}
            confirm={words.approve}
            variant={standing === 'requested' ? 'filled' : 'default'}
            onConfirm={confirm}
          >
            {standing === 'requested' ? words.approve : words.approveAgain}
          </ConfirmButton>
        )}
        {(standing === 'requested' || standing === 'approved') && !isOwn && (
          <RevokeButton device={card.device} rejects={standing === 'requested'} onDone={onChange} />
        )}
      </div>
    </li>
  );
}

function history({ card, standing, automatic }: DeviceView, names: Names): string {
  const { approvedAt, approvedBy = '', revokedAt, revokedBy = '', revokedReason = '' } = card;
  if (standing === 'approved' && approvedAt !== undefined)
    return words.approved(showInstant(approvedAt), names.person(approvedBy));
  if (standing === 'approved') return automatic ? words.automatic : '';
  if (revokedAt === undefined) return '';
  const say = standing === 'rejected' ? words.rejected : words.revoked;
  return say(showInstant(revokedAt), names.person(revokedBy), revokedReason);
}

function seenText(seen: LastSeen[string] | undefined, known: boolean, names: Names): string {
  if (seen !== undefined) return words.lastSeen(showInstant(seen.at), names.person(seen.user));
  return known ? words.neverSeen : words.lastSeenUnknown;
}
