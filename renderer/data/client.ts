import { WORKER_PORT_MESSAGE, WORKER_PORT_REQUEST } from '#shared/bridge/channels.ts';

import type { CommandAnswer, CommandInput, CommandName, CommandResults } from './protocol.ts';

export type {
  CommandAnswer,
  CommandError,
  CommandInput,
  CommandName,
  CommandResults,
  InspectionDraft,
  PersonInfo,
} from './protocol.ts';
export type { BundlePreview, ImportResult } from './exchange/results.ts';
export type {
  AppProblem,
  MetaValues,
  PullProgress,
  RescueReport,
  SessionInfo,
  SignInProblem,
  SyncStatus,
} from './status.ts';

type Waiting = { readonly resolve: (answer: CommandAnswer<never>) => void };

type FromWorker = { readonly id: number; readonly answer: CommandAnswer<never> } | { readonly cspViolation: string };

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/** Starts the data worker and hands it the port to the main process; commands sent before wait for it. */
export function startDataWorker(): void {
  if (worker !== undefined) return;
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' });
  worker = started;
  started.addEventListener('message', (message: MessageEvent<FromWorker>) => {
    if ('cspViolation' in message.data) window.postMessage(message.data, window.location.origin);
    else {
      waiting.get(message.data.id)?.resolve(message.data.answer);
      waiting.delete(message.data.id);
    }
  });
  started.addEventListener('error', (event) => {
    for (const { resolve } of waiting.values())
      resolve({ ok: false, error: { code: 'start_failed', subject: event.message } });
    waiting.clear();
  });
  window.addEventListener('message', (message) => {
    const port = message.ports[0];
    if (message.source === window && message.data === WORKER_PORT_MESSAGE && port)
      started.postMessage({ port }, [port]);
  });
  // The listener stands before the question is asked, so no port can arrive too early.
  window.postMessage(WORKER_PORT_REQUEST, window.location.origin);
}

/** Sends a command to the data worker; resolves when it is saved (journal synced) or refused. Never rejects. */
export function send<C extends CommandName>(
  command: C,
  input: CommandInput<C>,
): Promise<CommandAnswer<CommandResults[C]>> {
  return new Promise((resolve) => {
    if (worker === undefined) startDataWorker();
    const id = nextId;
    nextId += 1;
    waiting.set(id, { resolve: resolve });
    worker?.postMessage({ id, command, input });
  });
}
