import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';
import { useDrafts } from '#renderer/queries/drafts.ts';

import type { Values } from './values.ts';

/** A form of an act as it was left: under which id it is kept, and what was typed. */
export type ActDraft = { readonly id: string; readonly values: Values | undefined };

type Content = { readonly caseId: string; readonly act: string; readonly values: Values };

/** The draft of that act of that case, or the id of a new one; undefined while looking. */
export function useActDraft(caseId: string, act: string): ActDraft | undefined {
  const drafts = useDrafts('act');
  const [draft, setDraft] = useState<ActDraft>();
  const isReady = drafts !== undefined;
  useEffect(() => {
    if (draft !== undefined || drafts === undefined) return undefined;
    const kept = drafts.find(({ content }) => {
      const one = content as Partial<Content>;
      return one.caseId === caseId && one.act === act;
    });
    let wanted = true;
    const found =
      kept === undefined ? send('draft.newId', {}).then((answer) => (answer.ok ? answer.value.id : '')) : undefined;
    void (found ?? Promise.resolve(kept?.id ?? '')).then((id) => {
      if (wanted) setDraft({ id, values: (kept?.content as Content | undefined)?.values });
    });
    return () => {
      wanted = false;
    };
    // What is saved while the form is open must not start it anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isReady, caseId, act]);
  return draft;
}
