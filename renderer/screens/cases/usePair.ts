import { useState } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { isSecondComplete, NO_SECOND, type SecondValue } from '#renderer/components/SecondOfficer.tsx';
import type { CommandError } from '#renderer/data/client.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useColleagues, type PersonInfo } from '#renderer/queries/people.ts';

import { isPinError } from './pinError.ts';

/** The second officer's part of a form. */
export type Pair = {
  readonly people: readonly PersonInfo[];
  readonly ownUser: string | undefined;
  readonly second: SecondValue;
  readonly setSecond: (second: SecondValue) => void;
  readonly complete: boolean;
  /** After a refusal: a wrong PIN is emptied, everything else stays. */
  readonly refused: (error: CommandError) => void;
  readonly errorText: (error: CommandError | undefined) => string | undefined;
};

/** State of the second officer's confirmation (行政处罚法 §42). */
export function usePair(): Pair {
  const [second, setSecond] = useState<SecondValue>(NO_SECOND);
  const people = useColleagues();
  const session = useSession();
  return {
    people: people ?? [],
    ownUser: session?.user,
    second,
    setSecond,
    complete: isSecondComplete(second),
    refused: (error) => {
      if (isPinError(error)) setSecond({ ...second, pin: '' });
    },
    errorText: (error) => (error !== undefined && isPinError(error) ? messageOf(error).what : undefined),
  };
}
