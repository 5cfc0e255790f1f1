import type { SessionInfo } from '#renderer/data/client.ts';
import type { DraftRow } from '#renderer/data/tables.ts';

import { useSession } from './meta.ts';
import { store, useLive } from './store.ts';

export type { DraftRow } from '#renderer/data/tables.ts';

/** The signed-in person's drafts, last touched first; `undefined` while loading. */
export function useDrafts(kind?: DraftRow['kind']): readonly DraftRow[] | undefined {
  const user = useSession()?.user;
  return useLive(async () => {
    const rows = await store.drafts.toArray();
    return rows
      .filter((row) => row.by === user && (kind === undefined || row.kind === kind))
      .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  }, [user, kind]);
}

/** One draft; `undefined` while loading, `null` when there is none. */
export function useDraft(id: string): DraftRow | null | undefined {
  return useLive(async () => (await store.drafts.get(id)) ?? null, [id]);
}

/** The signed-in person's one draft of a kind; `undefined` while it is not known whose that would be, `null` when there is none. */
export function useOwnDraft(kind: DraftRow['kind']): DraftRow | null | undefined {
  return useLive(async () => {
    // Read with the draft: rows of nobody would look as if there were none.
    const session = (await store.meta.get('session'))?.value as SessionInfo | undefined;
    if (session?.user === undefined) return undefined;
    const rows = await store.drafts.toArray();
    return rows.find((row) => row.by === session.user && row.kind === kind) ?? null;
  }, [kind]);
}
