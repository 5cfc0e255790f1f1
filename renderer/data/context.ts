import type { PortOutput } from '#shared/bridge/port.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import type { OutboxStore } from './outbox/outboxStore.ts';
import type { PortClient } from './port.ts';
import type { Remote } from './remote/remote.ts';
import type { WorkerClock } from './runtime/clock.ts';
import type { Mutex } from './runtime/mutex.ts';
import type { WorkerRandom } from './runtime/random.ts';
import type { Session } from './session/session.ts';
import type { AppProblem, SyncStatus } from './status.ts';
import type { TakeBacks } from './store/takeBacks.ts';
import type { XunzhiDatabase } from './tables.ts';

/** What every part of the data worker works with; made once by the composition root. */
export type Context = {
  readonly db: XunzhiDatabase;
  readonly port: PortClient;
  readonly runtime: PortOutput<'runtime.info'>;
  readonly clock: WorkerClock;
  readonly random: WorkerRandom;
  readonly outbox: OutboxStore;
  readonly session: Session;
  readonly catalogue: Catalogue;
  /** Writing commands run one at a time: logs count without gaps. */
  readonly writing: Mutex;
  /** Frames of refused commands that still have to leave the journal. */
  readonly takeBacks: TakeBacks;
  /** Adds a line to what the app tells at start. */
  readonly report: (problem: AppProblem) => Promise<void>;
  /** The configured server; absent before the first set-up. */
  readonly remote: Remote | undefined;
  /** The sync loop as commands use it: go round now, or go on after someone signed in. */
  readonly loop: {
    readonly now: () => Promise<SyncStatus>;
    readonly resume: () => void;
    readonly pauseUntil: (untilMs: number) => void;
  };
  /** Asks the sync loop to go round soon. */
  readonly kickSync: () => void;
};
