import {
  PORT,
  type PortCall,
  type PortInput,
  type PortOutput,
  type PortReply,
  type PortRequest,
} from '#shared/bridge/port.ts';

/** The data worker's side of its own port to the main process. */
export type PortClient = {
  readonly call: <R extends PortRequest>(request: R, input: PortInput<R>) => Promise<PortOutput<R>>;
};

/** The main process refused or failed a request; `code` is from its closed list. */
export class PortError extends Error {
  readonly code: string;
  readonly detail: string | undefined;
  constructor(request: string, code: string, detail: string | undefined) {
    super(`${request}: ${code}${detail === undefined ? '' : ` (${detail})`}`);
    this.name = 'PortError';
    this.code = code;
    this.detail = detail;
  }
}

/** How long main may take before a request counts as failed, in milliseconds. */
const ANSWER_WITHIN_MS = 30_000;

type Waiting = {
  readonly request: PortRequest;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
};

/** Speaks the contract of `shared/bridge/port` over a MessagePort; checks every answer against it. */
export function connectPort(port: MessagePort): PortClient {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  port.onmessage = (message: MessageEvent<PortReply>) => {
    const reply = message.data;
    const entry = waiting.get(reply.id);
    if (entry === undefined) return;
    waiting.delete(reply.id);
    clearTimeout(entry.timer);
    if (!reply.ok) {
      entry.reject(new PortError(entry.request, reply.error.code, reply.error.detail));
      return;
    }
    const value = PORT[entry.request].output.safeParse(reply.value);
    if (value.success) entry.resolve(value.data as never);
    else entry.reject(new PortError(entry.request, 'bad_output', value.error.message));
  };
  port.start();
  return {
    call: (request, input) =>
      new Promise((resolve, reject) => {
        const id = nextId;
        nextId += 1;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new PortError(request, 'timeout', undefined));
        }, ANSWER_WITHIN_MS);
        waiting.set(id, { request, resolve, reject, timer });
        port.postMessage({ id, request, input } satisfies PortCall);
      }),
  };
}
