import '#shared/jitless.ts';

import { HANDLERS } from './commands/handlers.ts';
import { compose } from './compose.ts';
import type { Context } from './context.ts';
import { dispatch } from './dispatch.ts';
import { nestedReader } from './feed/nestedReader.ts';
import { connectPort } from './port.ts';
import { StoreSetAside } from './store/openStores.ts';
import { keepMarked } from './store/rescue.ts';

self.addEventListener('securitypolicyviolation', (event) => {
  self.postMessage({ cspViolation: `worker ${event.effectiveDirective} ${event.blockedURI}` });
});

/** Begins when the port to main arrives; commands wait until the replay is done. */
async function start(port: MessagePort): Promise<Context> {
  const main = connectPort(port);
  const ctx = await compose(main, undefined, nestedReader(main));
  ctx.kickSync();
  keepMarked(ctx);
  return ctx;
}

let started: Promise<Context> | undefined;
let arrived: (port: MessagePort) => void = () => undefined;
const portArrives = new Promise<MessagePort>((resolve) => {
  arrived = resolve;
});

self.addEventListener(
  'message',
  (message: MessageEvent<{ port?: MessagePort; id?: number; command?: string; input?: unknown }>) => {
    const { port, id, command, input } = message.data;
    if (port !== undefined) arrived(port);
    if (id === undefined || command === undefined) return;
    started ??= portArrives.then(start);
    started
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
      });
  },
);

started = portArrives.then(start);
started.catch(() => undefined); // each command answers with the cause
