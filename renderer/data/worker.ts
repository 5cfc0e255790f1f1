import '#shared/jitless.ts';

import { HANDLERS } from './commands/handlers.ts';
import { compose, type Heir } from './compose.ts';
import type { Context } from './context.ts';
import { dispatch } from './dispatch.ts';
import { nestedReader } from './feed/nestedReader.ts';
import { connectPort } from './port.ts';
import { keepShut } from './store/keepShut.ts';
import { StoreSetAside } from './store/openStores.ts';
import { keepMarked } from './store/rescue.ts';
import { StoreWatch, type StoreFault } from './store/watch.ts';
import { heirOf, leaveTo, type FromWindow, type Opened } from './succession.ts';

self.addEventListener('securitypolicyviolation', (event) => {
  self.postMessage({ cspViolation: `worker ${event.effectiveDirective} ${event.blockedURI}` });
});

/** A command as the window sent it. */
type Call = { readonly id: number; readonly command: string; readonly input: unknown };

const running = new Set<number>();
/** Came while the store was about to be replaced. */
const held: Call[] = [];
let watch: StoreWatch | undefined;
let isLeaving = false;

/** Begins when the port to main arrives; commands wait until the replay is done. */
async function start(port: MessagePort, heir: Heir | undefined): Promise<Context> {
  const main = connectPort(port);
  const ctx = await compose(main, undefined, nestedReader(main), heir);
  self.addEventListener('online', () => {
    ctx.kickSync();
  });
  ctx.kickSync();
  ctx.prints.kick();
  keepMarked(ctx);
  const replace = (fault: StoreFault): void => {
    isLeaving = true;
    ctx.loop.stop();
    leaveTo(fault, ctx.session.held, [...running]);
  };
  const letIn = (): void => {
    for (const call of held.splice(0)) begin(call);
  };
  const watching = new StoreWatch({ port: main, isBusy: () => running.size > 0, replace, letIn });
  watch = watching;
  keepShut(ctx.db, () => {
    watching.noteClosed();
  });
  self.postMessage({ isOpen: true } satisfies Opened);
  return ctx;
}

let started: Promise<Context> | undefined;
let arrived: (from: { readonly port: MessagePort; readonly heir: Heir | undefined }) => void = () => undefined;
const portArrives = new Promise<{ readonly port: MessagePort; readonly heir: Heir | undefined }>((resolve) => {
  arrived = resolve;
});

self.addEventListener('message', (message: MessageEvent<FromWindow>) => {
  const { port, heir, id, command, input, isClosed } = message.data;
  if (isClosed === true) watch?.noteClosed();
  if (port !== undefined)
    void heirOf(heir).then((known) => {
      arrived({ port, heir: known });
    });
  // What comes while this worker leaves is sent to the next one again by the window.
  if (id === undefined || command === undefined || isLeaving) return;
  const call: Call = { id, command, input };
  if (watch?.holdsBack === true) held.push(call);
  else begin(call);
});

function begin({ id, command, input }: Call): void {
  running.add(id);
  opened()
    .then((ctx) => dispatch(ctx, HANDLERS, command, input))
    .catch((error: unknown) => ({
      ok: false,
      error: {
        code: error instanceof StoreSetAside ? 'store_set_aside' : 'start_failed',
        subject: error instanceof Error ? error.message : String(error),
      },
    }))
    .then((answer) => {
      self.postMessage({ id, answer });
    })
    .catch((error: unknown) => {
      self.postMessage({ id, answer: { ok: false, error: { code: 'internal', subject: String(error) } } });
    })
    .finally(() => running.delete(id));
}

function opened(): Promise<Context> {
  started ??= portArrives.then(({ port, heir }) => start(port, heir));
  return started;
}

opened().catch(() => undefined); // each command answers with the cause
