import { useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';
import { useDrafts } from '#renderer/queries/drafts.ts';
import { cleanContent } from '#renderer/queries/useAutosave.ts';

import { parseViews, viewsContent, withView, type SavedView } from './savedViews.ts';

/** The saved views of the person at the screen, kept on this device. */
export type SavedViews = {
  readonly views: readonly SavedView[];
  readonly error: CommandError | undefined;
  readonly pending: boolean;
  /** Keeps a view; one of the same name is replaced. Answers whether it is kept. */
  readonly keep: (view: SavedView) => Promise<boolean>;
  readonly remove: (name: string) => Promise<boolean>;
};

/** See `SavedViews`. */
export function useSavedViews(): SavedViews {
  const row = useDrafts('views')?.[0];
  const [error, setError] = useState<CommandError>();
  const [pending, setPending] = useState(false);
  const views = parseViews(row?.content);
  const write = async (next: readonly SavedView[]): Promise<boolean> => {
    setPending(true);
    setError(undefined);
    const id = row === undefined ? await newId() : row.id;
    const answer = await send('draft.save', { id, kind: 'views', content: cleanContent(viewsContent(next)) });
    setPending(false);
    if (!answer.ok) setError(answer.error);
    return answer.ok;
  };
  return {
    views,
    error,
    pending,
    keep: async (view) => {
      const next = withView(views, view);
      return next === 'full' ? false : write(next);
    },
    remove: async (name) => write(views.filter((one) => one.name !== name)),
  };
}

async function newId(): Promise<string> {
  const answer = await send('draft.newId', {});
  return answer.ok ? answer.value.id : '';
}
