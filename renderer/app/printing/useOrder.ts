import { useState } from 'react';

import { send, type CommandError, type CommandInput } from '#renderer/data/client.ts';

/** Ordering: what came of it, and whether it runs. */
export type Order = {
  readonly busy: boolean;
  readonly error: CommandError | undefined;
  /** The jobs that were taken. */
  readonly jobs: readonly string[] | undefined;
  readonly place: (order: CommandInput<'print.order'>) => Promise<void>;
};

/** Puts documents into the print queue. */
export function useOrder(): Order {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CommandError>();
  const [jobs, setJobs] = useState<readonly string[]>();
  const place = async (order: CommandInput<'print.order'>): Promise<void> => {
    setBusy(true);
    const answer = await send('print.order', order);
    setBusy(false);
    if (answer.ok) setJobs(answer.value.jobs);
    setError(answer.ok ? undefined : answer.error);
  };
  return { busy, error, jobs, place };
}
