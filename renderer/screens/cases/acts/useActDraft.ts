import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';
import { useDrafts } from '#renderer/queries/drafts.ts';

import type { Values } from './values.ts';

/** A form of an act as it was left: under which id it is kept, and what was typed. */
export type ActDraft = { readonly id: string; readonly values: Values | undefined };

/** What was typed last, by case and act: a form that is opened again at once does not wait for its draft to be stored. */
const typed = new Map<string, ActDraft>();

/** Keeps what was typed, or forgets it once the act was written. */
export function holdTyped(caseId: string, act: string, draft: ActDraft | undefined): void {
  if (draft === undefined) typed.delete(`${caseId} ${act}`);
  else typed.set(`${caseId} ${act}`, draft);
}

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
    const held = typed.get(`${caseId} ${act}`);
    const stored = kept && { id: kept.id, values: (kept.content as Content).values };
    void (held === undefined && stored === undefined ? newDraft() : Promise.resolve(held ?? stored)).then((one) => {
      if (wanted) setDraft(one);
    });
    return () => {
      wanted = false;
    };
    // What is saved while the form is open must not start it anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isReady, caseId, act]);
  return draft;
}

async function newDraft(): Promise<ActDraft> {
  const answer = await send('draft.newId', {});
  return { id: answer.ok ? answer.value.id : '', values: undefined };
}
