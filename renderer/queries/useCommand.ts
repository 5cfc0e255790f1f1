import { useCallback, useRef, useState } from 'react';

import {
  send,
  type CommandAnswer,
  type CommandError,
  type CommandInput,
  type CommandName,
  type CommandResults,
} from '#renderer/data/client.ts';

/** A command as a form uses it: one at a time, with its last refusal. */
export type CommandHandle<C extends CommandName> = {
  /** Sends; answers like `send`. A second call while one is under way is answered by the first one's answer. */
  readonly run: (input: CommandInput<C>) => Promise<CommandAnswer<CommandResults[C]>>;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly clear: () => void;
};

/** Sends a command and keeps its state: pressing twice sends once. */
export function useCommand<C extends CommandName>(command: C): CommandHandle<C> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError>();
  const underWay = useRef<Promise<CommandAnswer<CommandResults[C]>>>(undefined);

  const run = useCallback(
    (input: CommandInput<C>) => {
      if (underWay.current !== undefined) return underWay.current;
      setPending(true);
      setError(undefined);
      const answer = send(command, input).then((result) => {
        underWay.current = undefined;
        setPending(false);
        if (!result.ok) setError(result.error);
        return result;
      });
      underWay.current = answer;
      return answer;
    },
    [command],
  );
  const clear = useCallback(() => {
    setError(undefined);
  }, []);
  return { run, pending, error, clear };
}
