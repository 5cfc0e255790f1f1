import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';
import type { PersonInfo } from '#renderer/data/client.ts';

import { useSession } from './meta.ts';

export type { PersonInfo } from '#renderer/data/client.ts';

const NOBODY: readonly PersonInfo[] = [];

/** Who can be the second officer: people of the own organisation; `undefined` while loading. */
export function useColleagues(): readonly PersonInfo[] | undefined {
  const people = usePeople();
  const org = useSession()?.org;
  return people?.filter((person) => person.org === org);
}

/** Everyone this device knows, with whether a PIN is set here; `undefined` while loading. */
export function usePeople(): readonly PersonInfo[] | undefined {
  const session = useSession();
  const [people, setPeople] = useState<readonly PersonInfo[]>();
  useEffect(() => {
    let wanted = true;
    void send('people.list', {}).then((answer) => {
      if (wanted) setPeople(answer.ok ? answer.value : NOBODY);
    });
    return () => {
      wanted = false;
    };
  }, [session?.is, session?.user, session?.hasPin]);
  return people;
}
