import type { PortOutput } from '#shared/bridge/port.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import type { PageReader } from './feed/reader.ts';
import type { OutboxStore } from './outbox/outboxStore.ts';
import type { Pace } from './outbox/pace.ts';
import type { PortClient } from './port.ts';
import type { Projector } from './projections/projector.ts';
import type { CommandAnswer } from './protocol.ts';
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
  /** How fast and in which portions the push sends. */
  readonly pace: Pace;
  readonly session: Session;
  /** What records made now are judged by: the files, and what was published until now. */
  readonly catalogue: Catalogue;
  /** Puts published checklists on it that have come since. */
  readonly shelf: { readonly news: () => Promise<void> };
  /** Writing commands run one at a time: logs count without gaps. */
  readonly writing: Mutex;
  /** Reads and verifies pages of the feed. */
  readonly reader: PageReader;
  /** Folds what the feed stored. */
  readonly projector: Projector;
  /** Frames of refused commands that still have to leave the journal. */
  readonly takeBacks: TakeBacks;
  /** Adds a line to what the app tells at start. */
  readonly report: (problem: AppProblem) => Promise<void>;
  /** The configured server; absent before the first set-up. */
  readonly remote: Remote | undefined;
  /** The sync loop as commands use it: go round now, go on after someone signed in, or end with its store. */
  readonly loop: {
    readonly now: () => Promise<SyncStatus>;
    readonly resume: () => void;
    readonly stop: () => void;
  };
  /** The lane of photos and documents beside it. */
  readonly lane: {
    readonly kick: () => void;
    readonly hurry: () => void;
    readonly resume: () => void;
    readonly now: () => Promise<void>;
  };
  /** Photos and documents on their way down, and those of the case that is being read. */
  readonly loads: {
    readonly ask: (key: string, stream: string) => Promise<CommandAnswer<{ readonly blob: Blob }>>;
  };
  readonly prefetch: {
    readonly read: (stream: string | undefined) => void;
    readonly settled: () => Promise<void>;
  };
  /** The print queue of this device. */
  readonly prints: {
    readonly kick: () => void;
    readonly now: () => Promise<void>;
    readonly retry: (id: string) => Promise<void>;
    readonly cancel: (id: string) => Promise<void>;
  };
  /** Asks the sync loop to go round soon. */
  readonly kickSync: () => void;
};
