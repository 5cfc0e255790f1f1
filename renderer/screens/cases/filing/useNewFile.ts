import { useState } from 'react';
import { useLocation } from 'wouter';

import { actName } from '#renderer/app/language/zh/fileRefusals.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { send, type CommandError } from '#renderer/data/client.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useAutosave, type SaveState } from '#renderer/queries/useAutosave.ts';

import { usePair, type Pair } from '../usePair.ts';

import { decisionOf, openingOf, problemsOf, type FileProblem, type NewFile } from './newFile.ts';

/** The form of a new file: what is typed, what is missing, who signs. */
export type NewFileForm = {
  readonly content: NewFile;
  readonly change: (change: (before: NewFile) => NewFile, when: 'now' | 'soon') => void;
  readonly problems: readonly FileProblem[];
  /** A pair signs; an assistant's clue has no signature. */
  readonly pair: Pair | undefined;
  readonly tried: boolean;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly save: SaveState;
  readonly submit: () => Promise<void>;
};

/** State of the form; a draft of its place until the file is written. */
export function useNewFile(initial: NewFile): NewFileForm {
  const [content, setContent] = useState(initial);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError>();
  const [, go] = useLocation();
  const autosave = useAutosave(content.siteId, 'file');
  const state = usePair();
  const pair = useMayWrite('document.issued') ? state : undefined;
  const problems = problemsOf(content);

  const change: NewFileForm['change'] = (turn, when) =>
    setContent((before) => {
      const next = turn(before);
      autosave.save(next, when);
      return next;
    });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || pair?.complete === false || pending) return;
    setPending(true);
    setError(undefined);
    const answer = await write(content, pair);
    setPending(false);
    if (!answer.ok) {
      setError(answer.error);
      pair?.refused(answer.error);
      return;
    }
    await autosave.stop();
    await send('draft.discard', { id: content.siteId });
    if (answer.value.number !== undefined)
      notifyDone(fileText.steps.numbered(actName('document.issued:D21'), answer.value.number));
    go(`/cases/${answer.value.caseId}`);
  };
  return { content, change, problems, pair, tried, pending, error, save: autosave.state, submit };
}

type Written =
  | { readonly ok: true; readonly value: { readonly caseId: string; readonly number?: string | undefined } }
  | { readonly ok: false; readonly error: CommandError };

async function write(content: NewFile, pair: Pair | undefined): Promise<Written> {
  const { procedure, ...file } = openingOf(content);
  if (procedure === 'spot' && pair !== undefined)
    return send('spot.decide', { ...file, ...decisionOf(content), second: pair.second });
  return send('file.open', { procedure, ...file, ...(pair === undefined ? {} : { second: pair.second }) });
}
