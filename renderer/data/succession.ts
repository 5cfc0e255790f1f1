import type { Heir } from './compose.ts';
import type { Open } from './session/session.ts';
import type { StoreFault } from './store/watch.ts';

/**
 * What the window posts to the data worker: the port to main (with what a replaced worker left), a command, or that the engine
 * closed the window's own handle on the store.
 */
export type FromWindow = {
  readonly port?: MessagePort;
  readonly heir?: { readonly fault: StoreFault; readonly will: MessagePort };
  readonly id?: number;
  readonly command?: string;
  readonly input?: unknown;
  readonly isClosed?: true;
};

/** What a worker posts once its stores are open: the window may open its own handle too. */
export type Opened = { readonly isOpen: true };

/**
 * What a worker posts that wants to be replaced. `will`: a port that only the next worker reads. `begun`: commands that began
 * and did not end.
 */
export type Leaving = { readonly leaving: StoreFault; readonly will: MessagePort; readonly begun: readonly number[] };

/** What was posted before the worker ended is in the port already. */
const READ_WITHIN_MS = 1_000;

/**
 * Asks the window for a new worker. Who is signed in goes from worker to worker through a port of their own: the window
 * hands it on and never reads it, so that the password stays where it was.
 */
export function leaveTo(fault: StoreFault, open: Open | undefined, begun: readonly number[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ open });
  self.postMessage({ leaving: fault, will: port2, begun } satisfies Leaving, { transfer: [port2] });
}

/** Reads what the worker before left; nobody is signed in when nothing comes. */
export async function heirOf(left: FromWindow['heir']): Promise<Heir | undefined> {
  if (left === undefined) return undefined;
  const { fault, will } = left;
  const open = await new Promise<Open | undefined>((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, READ_WITHIN_MS);
    will.onmessage = ({ data }: MessageEvent<{ readonly open: Open | undefined }>) => {
      clearTimeout(timer);
      resolve(data.open);
    };
  });
  will.close();
  return { fault, open };
}
