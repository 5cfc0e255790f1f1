import { isCleanText } from '#shared/kernel/text.ts';

import type { Context } from './context.ts';
import { PortError } from './port.ts';
import {
  COMMANDS,
  type CommandAnswer,
  type CommandError,
  type CommandInput,
  type CommandName,
  type CommandResults,
} from './protocol.ts';
import { RemoteProblem } from './remote/problem.ts';
import { StoreTimeout } from './store/deadline.ts';
import { isStoreError } from './store/localFailure.ts';
import { NoRoom, roomProblem } from './store/room.ts';

/** One command's work: its value, or the refusal that its screen shows. */
export type Handler<C extends CommandName> = (
  ctx: Context,
  input: CommandInput<C>,
) => Promise<CommandAnswer<CommandResults[C]>>;

/** A handler for every command. */
export type Handlers = { readonly [C in CommandName]: Handler<C> };

/** A refused command. */
export function refuse(
  code: string,
  extra: Omit<CommandError, 'code'> = {},
): { readonly ok: false; readonly error: CommandError } {
  return { ok: false, error: { code, ...extra } };
}

/** Checks the input and runs the command; whatever goes wrong becomes an answer with a code, never silence. */
export async function dispatch(
  ctx: Context,
  handlers: Handlers,
  command: string,
  input: unknown,
): Promise<CommandAnswer<unknown>> {
  if (!Object.hasOwn(COMMANDS, command)) return refuse('unknown_command', { subject: command });
  const name = command as CommandName;
  const parsed = COMMANDS[name].safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(issue?.message === 'unclean_text' ? 'unclean_text' : 'bad_input', { subject: issue?.path.join('.') });
  }
  try {
    return await (handlers[name] as Handler<never>)(ctx, parsed.data as never);
  } catch (error) {
    return (await noRoomInstead(ctx, error)) ?? failure(error);
  }
}

/** A write that failed because the disk has filled up meanwhile is told as what it is, with the room it needs. */
async function noRoomInstead(
  ctx: Context,
  error: unknown,
): Promise<{ readonly ok: false; readonly error: CommandError } | undefined> {
  const isWrite = error instanceof StoreTimeout || error instanceof PortError || isStoreError(error);
  const problem = isWrite ? await roomProblem(ctx.port).catch(() => undefined) : undefined;
  return problem && refuse(problem.code, { subject: problem.subject });
}

function failure(error: unknown): { readonly ok: false; readonly error: CommandError } {
  if (error instanceof RemoteProblem)
    return refuse(error.problem, { subject: error.status === undefined ? undefined : String(error.status) });
  if (error instanceof NoRoom) return refuse(error.code, { subject: error.subject });
  if (error instanceof StoreTimeout) return refuse('write_failed', { subject: error.message });
  if (error instanceof PortError)
    return refuse(error.code === 'timeout' ? 'timeout' : 'write_failed', { subject: error.message });
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return refuse(isStoreError(error) ? 'write_failed' : 'internal', {
    subject: isCleanText(text) ? text.slice(0, 300) : undefined,
  });
}
