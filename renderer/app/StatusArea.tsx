import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import type { SyncStatus } from '#renderer/data/client.ts';
import { usePullProgress, useSyncStatus } from '#renderer/queries/meta.ts';

import classes from './StatusArea.module.css';
import { offlineReasons, status } from './language/zh/status.ts';

const ICONS: Readonly<Record<SyncStatus['phase'], Icon>> = {
  offline: IconCloudOff,
  syncing: IconRefresh,
  in_sync: IconCloudCheck,
};

/** Offline, syncing or in sync; what waits; what was refused. Leads to the sync page. */
export function StatusArea(): ReactNode {
  const sync = useSyncStatus();
  const pull = usePullProgress();
  const phase = sync?.phase ?? 'offline';
  const Sign = ICONS[phase];
  const word = sync === undefined ? status.starting : status[phase];
  const reason = sync?.phase === 'offline' && sync.problem !== undefined ? `（${offlineReasons[sync.problem]}）` : '';
  const waits = status.waiting(sync?.waitingEvents ?? 0, sync?.waitingBlobs ?? 0);
  const refused = sync?.refused ?? 0;
  return (
    <Link
      href="/sync"
      className={classes['area']}
      data-phase={phase}
      data-trouble={refused > 0}
      title={status.open}
      aria-label={status.link(word, waits, refused)}
    >
      <Sign size={24} aria-hidden className={classes['icon']} />
      <span role="status" className={classes['text']}>
        <span className={classes['phase']}>
          {word}
          <span className={classes['reason']}>{reason}</span>
        </span>
        {pull === undefined && <span className={classes['waits']}>{waits}</span>}
      </span>
      {/* Beside the live region: figures that change all the time are not read out. */}
      {pull !== undefined && <span className={classes['waits']}>{status.pull(pull)}</span>}
      {refused > 0 && (
        <span className={classes['refused']}>
          <IconAlertTriangle size={18} aria-hidden />
          {status.refused(refused)}
        </span>
      )}
    </Link>
  );
}
