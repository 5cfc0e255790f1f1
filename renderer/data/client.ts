import { WORKER_PORT_MESSAGE, WORKER_PORT_REQUEST } from '#shared/bridge/channels.ts';

import type { CommandAnswer, CommandInput, CommandName, CommandResults } from './protocol.ts';
import type { FromWindow, Leaving, Opened } from './succession.ts';

export type {
  CommandAnswer,
  CommandError,
  CommandInput,
  CommandName,
  CommandResults,
  InspectionDraft,
  PersonInfo,
} from './protocol.ts';
export type { OfferedRecord } from './exchangeProtocol.ts';
export type { BundlePreview, ImportResult } from './exchange/results.ts';
export type {
  AppProblem,
  DossierProgress,
  MetaValues,
  PullProgress,
  RescueReport,
  RestoredNotice,
  SessionInfo,
  SignInProblem,
  SyncStatus,
} from './status.ts';

type Waiting = {
  readonly call: { readonly id: number; readonly command: string; readonly input: unknown };
  readonly resolve: (answer: CommandAnswer<never>) => void;
};

type FromWorker =
  { readonly id: number; readonly answer: CommandAnswer<never> } | { readonly cspViolation: string } | Leaving | Opened;

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();
const openWatchers = new Set<() => void>();
/** What a replaced worker left for the next one, until the port to main arrives. */
let left: FromWindow['heir'];

/** Starts the data worker and hands it the port to the main process; commands sent before wait for it. */
export function startDataWorker(): void {
  if (worker !== undefined) return;
  window.addEventListener('message', (message) => {
    const port = message.ports[0];
    if (message.source !== window || message.data !== WORKER_PORT_MESSAGE || port === undefined) return;
    const first: FromWindow = left === undefined ? { port } : { port, heir: left };
    worker?.postMessage(first, left === undefined ? [port] : [port, left.will]);
    left = undefined;
  });
  beginWorker();
}

function beginWorker(): void {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' });
  worker = started;
  started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('cspViolation' in data) window.postMessage(data, window.location.origin);
    else if ('leaving' in data) replaceWorker(started, data);
    else if ('isOpen' in data) {
      for (const tell of openWatchers) tell();
    } else {
      waiting.get(data.id)?.resolve(data.answer);
      waiting.delete(data.id);
    }
  });
  started.addEventListener('error', (event) => {
    for (const { resolve } of waiting.values())
      resolve({ ok: false, error: { code: 'start_failed', subject: event.message } });
    waiting.clear();
  });
  // The listener stands before the question is asked, so no port can arrive too early.
  window.postMessage(WORKER_PORT_REQUEST, window.location.origin);
}

/**
 * Its store hangs or was closed under it: the worker ends, which lets go of everything it held, and a new one opens the
 * store and replays the journal. What had begun and never ended is refused; the rest was never begun, and is sent again.
 */
function replaceWorker(old: Worker, { leaving, will, begun }: Leaving): void {
  old.terminate();
  left = { fault: leaving, will };
  for (const id of begun) {
    waiting.get(id)?.resolve({ ok: false, error: { code: 'write_failed', subject: 'store_replaced' } });
    waiting.delete(id);
  }
  beginWorker();
  for (const { call } of waiting.values()) worker?.postMessage(call);
}

/** Tells whenever a data worker has opened the stores: at the start, and again after one was replaced. */
export function onStoresOpen(tell: () => void): void {
  openWatchers.add(tell);
}

/** The engine closed the window's handle on the store: the worker has the stores opened anew when there is room. */
export function noteStoreClosed(): void {
  const note: FromWindow = { isClosed: true };
  worker?.postMessage(note);
}

/** Sends a command to the data worker; resolves when it is saved (journal synced) or refused. Never rejects. */
export function send<C extends CommandName>(
  command: C,
  input: CommandInput<C>,
): Promise<CommandAnswer<CommandResults[C]>> {
  return new Promise((resolve) => {
    if (worker === undefined) startDataWorker();
    const call = { id: nextId, command, input };
    nextId += 1;
    waiting.set(call.id, { call, resolve });
    worker?.postMessage(call);
  });
}
