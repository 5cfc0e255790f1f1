import { useCallback, useRef, useState } from 'react';

import type { CommandError } from '#renderer/data/client.ts';
import type { BridgeChannel, BridgeInput, BridgeOutput } from '#shared/bridge/contract.ts';

import { bridge } from '../bridge.ts';

/** A call of the main process as a dialog uses it: one at a time, with its last refusal. */
export type BridgeHandle<C extends BridgeChannel> = {
  /** Answers the value, or undefined when it was refused or another call is under way. */
  readonly run: (input: BridgeInput<C>) => Promise<BridgeOutput<C> | undefined>;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
};

/** Calls a channel and keeps its state. A call that the person stopped is no error to show. */
export function useBridge<C extends BridgeChannel>(channel: C): BridgeHandle<C> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError>();
  const underWay = useRef(false);

  const run = useCallback(
    async (input: BridgeInput<C>) => {
      if (underWay.current) return undefined;
      underWay.current = true;
      setPending(true);
      setError(undefined);
      const answer = await bridge.invoke(channel, input);
      underWay.current = false;
      setPending(false);
      if (answer.ok) return answer.value;
      setError({ code: answer.error.code, subject: answer.error.detail });
      return undefined;
    },
    [channel],
  );
  return { run, pending, error };
}
