import { useMemo } from 'react';

import { store, useLive } from './store.ts';

/** Names of people and organisations by their accounts; what is not known here answers the account itself. */
export type Names = {
  readonly person: (user: string) => string;
  readonly org: (org: string) => string;
  /** The organisation's telephone, as its notices name it; empty when it is not known. */
  readonly orgPhone: (org: string) => string;
  readonly ready: boolean;
};

function textIn(doc: Readonly<Record<string, unknown>> | undefined, key: string): string | undefined {
  const value = doc?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Who is who, from the bureau's directory. */
export function useNames(): Names {
  const rows = useLive(() => store.directory.toArray(), []);
  return useMemo(() => {
    const docs = new Map(rows?.map((row) => [row.id, row.doc]));
    return {
      person: (user) => textIn(docs.get(`user:${user}`), 'name') ?? user,
      org: (org) => textIn(docs.get(`org:${org}`), 'shortName') ?? textIn(docs.get(`org:${org}`), 'name') ?? org,
      orgPhone: (org) => textIn(docs.get(`org:${org}`), 'phone') ?? '',
      ready: rows !== undefined,
    };
  }, [rows]);
}
