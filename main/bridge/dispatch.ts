import {
  BRIDGE,
  type BridgeAnswer,
  type BridgeChannel,
  type BridgeErrorCode,
  type BridgeInput,
  type BridgeOutput,
} from '#shared/bridge/contract.ts';
import { PORT, type PortInput, type PortOutput, type PortReply, type PortRequest } from '#shared/bridge/port.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Why a handler refused; `detail` may name a system call's failure, never a person's text. */
export type Refusal<Code extends string> = { readonly code: Code; readonly detail?: string };

/** One handler per channel of the window bridge. */
export type BridgeHandlers = {
  readonly [C in BridgeChannel]: (input: BridgeInput<C>) => Promise<Result<BridgeOutput<C>, Refusal<BridgeErrorCode>>>;
};

/** One handler per request of the data worker. */
export type PortHandlers = {
  readonly [R in PortRequest]: (input: PortInput<R>) => Promise<Result<PortOutput<R>, Refusal<string>>>;
};

type Contract = Readonly<Record<string, { readonly input: Schema; readonly output: Schema }>>;
type Schema = { readonly safeParse: (value: unknown) => { success: boolean; data?: unknown } };
type Handlers = Readonly<Record<string, (input: never) => Promise<Result<unknown, Refusal<string>>>>>;
type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Refusal<string> };

const refused = (code: string): Answer => ({ ok: false, error: { code } });

/**
 * The one way in: checks the name, the input and the output of a call, and turns everything that can go wrong into a
 * code. Handlers start in the order of the calls; nothing is awaited before a handler runs.
 */
async function dispatch(contract: Contract, handlers: Handlers, name: unknown, input: unknown): Promise<Answer> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return refused('unknown_channel');
  const schemas = contract[name];
  const handler = handlers[name];
  if (schemas === undefined || handler === undefined) return refused('unknown_channel');
  const parsed = schemas.input.safeParse(input);
  if (!parsed.success) return refused('bad_input');
  try {
    const result = await handler(parsed.data as never);
    if (!result.ok) return { ok: false, error: result.error };
    const output = schemas.output.safeParse(result.value);
    return output.success ? { ok: true, value: output.data } : refused('bad_output');
  } catch (error) {
    // The name of the error only: messages can hold what a person typed.
    return { ok: false, error: { code: 'internal', detail: error instanceof Error ? error.name : 'unknown' } };
  }
}

/** Answers a call of a window. */
export async function dispatchBridge(
  handlers: BridgeHandlers,
  name: unknown,
  input: unknown,
): Promise<BridgeAnswer<BridgeChannel>> {
  return (await dispatch(BRIDGE, handlers, name, input)) as BridgeAnswer<BridgeChannel>;
}

/** Answers a message of the data worker, or nothing when it has no number to answer to. */
export async function dispatchPort(handlers: PortHandlers, message: unknown): Promise<PortReply | undefined> {
  if (typeof message !== 'object' || message === null || !('id' in message) || typeof message.id !== 'number')
    return undefined;
  const name = 'request' in message ? message.request : undefined;
  const input = 'input' in message ? message.input : undefined;
  return { id: message.id, ...(await dispatch(PORT, handlers, name, input)) };
}
