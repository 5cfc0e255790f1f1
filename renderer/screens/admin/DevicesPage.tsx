import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { devicesText as words } from '#renderer/app/language/zh/devices.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import { useDevices, useLastSeen, type DeviceView } from '#renderer/queries/devices.ts';

import { DeviceLine } from './DeviceLine.tsx';
import { PublishButton } from './PublishButton.tsx';
import classes from './devices.module.css';

/** Which devices may write and have numbers: requests first, then everything known. */
export function DevicesPage(): ReactNode {
  const devices = useDevices();
  const seen = useLastSeen(devices?.map(({ card }) => card.device) ?? []);
  const [pending, setPending] = useState(false);
  if (devices === undefined) return <LoadingState />;

  const waiting = devices.filter(({ standing }) => standing === 'requested');
  const known = devices.filter(({ standing }) => standing !== 'requested');
  const list = (label: string, some: readonly DeviceView[], empty: string): ReactNode => (
    <Panel title={label} aside={<span>{words.count(some.length)}</span>} flush>
      {some.length === 0 && <p className={classes['quiet']}>{empty}</p>}
      {some.length > 0 && (
        <PlainList label={label}>
          {some.map((device) => (
            <DeviceLine
              key={device.card.device}
              device={device}
              seen={seen?.[device.card.device]}
              seenKnown={seen !== undefined}
              onChange={({ lists }) => setPending(lists === 'pending')}
            />
          ))}
        </PlainList>
      )}
    </Panel>
  );
  return (
    <PageColumn>
      <PageHeader title={words.title} subtitle={words.subtitle} actions={<PublishButton />} />
      {pending && (
        <Alert color="amber" role="alert" title={words.pendingTitle} icon={<IconAlertTriangle aria-hidden />}>
          {words.pendingText}
        </Alert>
      )}
      {list(words.waiting, waiting, words.waitingEmpty)}
      {list(words.known, known, words.knownEmpty)}
    </PageColumn>
  );
}
