import type {
  AppProblem,
  DossierProgress,
  MetaValues,
  PullProgress,
  RescueReport,
  RestoredNotice,
  SessionInfo,
  SyncStatus,
} from '#renderer/data/client.ts';
import type { Medium } from '#shared/documents/media.ts';

import { store, useLive } from './store.ts';

const NO_SESSION: SessionInfo = { is: 'none' };
const NO_SYNC: SyncStatus = { phase: 'offline', waitingEvents: 0, waitingBlobs: 0, refused: 0, quarantined: 0 };
const NO_PROBLEMS: readonly AppProblem[] = [];

function useMeta<K extends keyof MetaValues>(key: K): MetaValues[K] | null | undefined {
  return useLive(async () => ((await store.meta.get(key))?.value ?? null) as MetaValues[K] | null, [key]);
}

/** Who is at the screen; `undefined` while loading. */
export function useSession(): SessionInfo | undefined {
  const session = useMeta('session');
  return session === null ? NO_SESSION : session;
}

/** Version of the catalogue in use; `undefined` while loading, `null` before the worker has told it. */
export function useCatalogueVersion(): string | null | undefined {
  return useMeta('catalogueVersion');
}

/** Where synchronising stands; `undefined` while loading. */
export function useSyncStatus(): SyncStatus | undefined {
  const sync = useMeta('sync');
  return sync === null ? NO_SYNC : sync;
}

/** How far a long pull has come; `undefined` while none runs. */
export function usePullProgress(): PullProgress | undefined {
  return useMeta('pull') ?? undefined;
}

/** What the app has to say at start; `undefined` while loading. */
export function useProblems(): readonly AppProblem[] | undefined {
  const problems = useMeta('problems');
  return problems === null ? NO_PROBLEMS : problems;
}

/** What a restored server had lost; `undefined` while loading, `null` when nothing was noticed. */
export function useRestored(): RestoredNotice | null | undefined {
  return useMeta('restored');
}

/** The id of this device; `undefined` while loading, `null` before the worker has told it. */
export function useDeviceId(): string | null | undefined {
  const device = useMeta('device');
  return device === undefined || device === null ? device : device.id;
}

/** The printer that was taken last; `undefined` while loading, `null` before the first print. */
export function useLastPrinter(): string | null | undefined {
  return useMeta('printer');
}

/** The paper that was printed on last; `undefined` while loading, `null` before the first print. */
export function useLastMedium(): Medium | null | undefined {
  return useMeta('medium');
}

/** The instant that stands for now when the clock was set from outside (tests and demo); `null` otherwise. */
export function useFixedClock(): string | null | undefined {
  return useMeta('clock');
}

/** Documents of outside systems that could not be taken in, by id. */
export function useBadIntake(): readonly string[] {
  return useMeta('intakeBad') ?? [];
}

/** What was rebuilt after the store was lost; `undefined` while loading and when there is nothing to tell. */
export function useRescue(): RescueReport | undefined {
  return useMeta('rescue') ?? undefined;
}

/** How far the dossier is that is being put together; `undefined` while none is. */
export function useDossierProgress(): DossierProgress | undefined {
  return useMeta('dossier') ?? undefined;
}
