import type { ReactNode } from 'react';

import { standingNames } from '#renderer/app/language/zh/devices.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { useAppInfo } from '#renderer/app/useAppInfo.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useOwnDevice } from '#renderer/queries/devices.ts';
import { useDeviceId, useSession } from '#renderer/queries/meta.ts';

/** What an administrator asks for on the phone. */
export function AboutPanel(): ReactNode {
  const info = useAppInfo();
  const device = useDeviceId();
  const session = useSession();
  const own = useOwnDevice();
  const until = session?.certificateExpiresOn;
  const certificate = session?.certificate;
  return (
    <Panel title={words.about}>
      <KeyValue
        rows={[
          { key: words.server, value: info?.server ?? words.noServer },
          { key: words.account, value: session?.user },
          {
            key: words.certificate,
            value:
              certificate === undefined || until === undefined
                ? certificate
                : words.certificateUntil(certificate, until),
          },
          { key: words.device, value: device },
          { key: words.standing, value: own && standingNames[own.standing] },
          {
            key: words.keyStorage,
            value:
              info?.keyStorage === 'key_file' ? (
                <StatusBadge tone="warn">{words.keyFile}</StatusBadge>
              ) : (
                info && words.safeStorage
              ),
          },
          { key: words.version, value: info && words.versionOf(info.version, info.electron) },
        ]}
      />
    </Panel>
  );
}
