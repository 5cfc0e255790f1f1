import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { status as statusWords } from '#renderer/app/language/zh/status.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import { LoadingState } from '#renderer/components/states.tsx';
import type { SyncStatus } from '#renderer/data/client.ts';
import { usePullProgress, useSyncStatus } from '#renderer/queries/meta.ts';

import classes from './sync.module.css';

const TONES: Readonly<Record<SyncStatus['phase'], Tone>> = { offline: 'neutral', syncing: 'info', in_sync: 'good' };

/** The state in four figures, and why the server cannot be used. */
export function StatePanel(): ReactNode {
  const status = useSyncStatus();
  const pull = usePullProgress();
  if (status === undefined) return <LoadingState />;
  const refused = status.refused;
  return (
    <Panel
      title={words.state}
      aside={<StatusBadge tone={TONES[status.phase]}>{statusWords[status.phase]}</StatusBadge>}
    >
      <dl className={classes['figures']}>
        <Figure
          name={words.last}
          value={status.lastSyncAt === undefined ? words.never : showInstant(status.lastSyncAt)}
        />
        <Figure name={words.waitingRecords} value={words.records(status.waitingEvents)} />
        <Figure name={words.waitingFiles} value={words.photos(status.waitingBlobs)} />
        <Figure name={words.refused} value={words.records(refused)} bad={refused > 0} />
      </dl>
      {pull !== undefined && <p className={classes['text']}>{statusWords.pull(pull)}</p>}
      {status.phase === 'offline' && status.problem !== undefined && <Offline problem={status.problem} />}
    </Panel>
  );
}

function Offline({ problem }: { readonly problem: string }): ReactNode {
  const { what, todo } = messageOf({ code: problem });
  return (
    <div role="status" className={classes['offline']}>
      <strong>{what}</strong>
      <div>{problem === 'unreachable' ? words.unreachableText : todo}</div>
    </div>
  );
}

function Figure({
  name,
  value,
  bad = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly bad?: boolean;
}): ReactNode {
  return (
    <div className={classes['figure']} data-bad={bad}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
