import { useEffect, useRef, useState } from 'react';

import { send, type CommandError, type CommandInput } from '#renderer/data/client.ts';

/** Pause after typing before the page is drawn anew. */
const PAUSE_MS = 600;

/** The drawn notice. `old`: the form has changed since and a new one is on its way. */
export type Preview = {
  readonly pdf?: Blob;
  readonly pages?: number;
  readonly old: boolean;
  /** Characters that no font has: □ is printed for handwriting. */
  readonly missingGlyphs: readonly string[];
  readonly error?: CommandError;
  readonly retry: () => void;
};

type Shown = {
  readonly key: string;
  readonly pdf?: Blob;
  readonly pages?: number;
  readonly missingGlyphs?: readonly string[];
  readonly error?: CommandError;
};

/** Draws the notice in the worker whenever the form rests; one at a time, the last content wins. */
export function usePreview(input: CommandInput<'notice.preview'> | undefined): Preview {
  const [shown, setShown] = useState<Shown>();
  const key = input === undefined ? '' : JSON.stringify(input);
  const [round, setRound] = useState(0);
  const busy = useRef(false);
  const wanted = useRef('');

  useEffect(() => {
    wanted.current = key;
    if (key === '') return;
    const draw = async (): Promise<void> => {
      if (busy.current) return;
      busy.current = true;
      // Content that changed while a page was drawn is drawn right after it.
      for (let drawn = ''; wanted.current !== '' && wanted.current !== drawn;) {
        drawn = wanted.current;
        const answer = await send('notice.preview', JSON.parse(drawn) as CommandInput<'notice.preview'>);
        setShown((before) =>
          answer.ok ? { key: drawn, ...answer.value } : { ...before, key: drawn, error: answer.error },
        );
      }
      busy.current = false;
    };
    const timer = setTimeout(() => void draw(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [key, round]);

  return {
    retry: () => setRound((before) => before + 1),
    ...(shown?.pdf === undefined ? {} : { pdf: shown.pdf }),
    ...(shown?.pages === undefined ? {} : { pages: shown.pages }),
    ...(shown?.error === undefined ? {} : { error: shown.error }),
    missingGlyphs: shown?.missingGlyphs ?? [],
    old: key !== '' && shown?.key !== key,
  };
}
