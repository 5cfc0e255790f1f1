import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';

import { useOwnDraft } from './drafts.ts';
import { useAutosave, type SaveState } from './useAutosave.ts';

/** What an administrator enters and publishes: the text of a file that is checked, or what is in the editor. */
type KeptKind = 'checklist' | 'checklistEdit' | 'programme';

/** Where something is kept that was entered and not published yet. */
export type Kept = { readonly id: string; readonly text: string };

/** The place of this person's text with what was entered before; `undefined` while loading. */
export function useKept(kind: KeptKind): Kept | undefined {
  const row = useOwnDraft(kind);
  const [kept, setKept] = useState<Kept>();
  const [fresh, setFresh] = useState<string>();
  const isEmpty = row === null;
  useEffect(() => {
    if (isEmpty)
      void send('draft.newId', {}).then((answer) => {
        if (answer.ok) setFresh(answer.value.id);
      });
  }, [isEmpty]);
  if (kept === undefined) {
    if (row !== undefined && row !== null) setKept({ id: row.id, text: textIn(row.content) });
    else if (row === null && fresh !== undefined) setKept({ id: fresh, text: '' });
  }
  return kept;
}

function textIn(content: unknown): string {
  const text = typeof content === 'object' && content !== null ? (content as Record<string, unknown>)['text'] : '';
  return typeof text === 'string' ? text : '';
}

/** The text as it is typed, kept on this device until it is published or taken out. */
export function useKeptText(
  { id, text: initial }: Kept,
  kind: KeptKind,
): {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly forget: () => Promise<void>;
  readonly state: SaveState;
  /** Saves what is not saved yet. */
  readonly flush: () => void;
} {
  const [text, setText] = useState(initial);
  const autosave = useAutosave(id, kind);
  const forget = async (): Promise<void> => {
    // What was typed a moment ago would come back as a draft.
    await autosave.drop();
    await send('draft.discard', { id });
    setText('');
    autosave.resume();
  };
  const change = (next: string): void => {
    setText(next);
    autosave.save({ text: next }, 'soon');
  };
  return { text, change, forget, state: autosave.state, flush: autosave.flush };
}
