import { useCallback, useEffect, useRef, useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';
import { cleanText } from '#shared/kernel/text.ts';

import type { DraftRow } from './drafts.ts';

/** How long typing may pause before it is saved. */
const TYPING_PAUSE_MS = 350;
/** What could not be saved is tried again by itself: the disk may have room by then. */
const TRY_AGAIN_MS = 5_000;

/** Whether what is on the screen is saved. `saved` is said only of the newest content, by the worker's answer. */
export type SaveState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'failed'; readonly error: CommandError };

/** Saves a form's content as a draft whenever it changes. */
export type Autosave = {
  readonly state: SaveState;
  /** Saves at once (a choice) or after a short pause (typing). Saves never overtake each other. */
  readonly save: (content: unknown, when: 'now' | 'soon') => void;
  /** Saves what is not saved yet. */
  readonly flush: () => void;
  /** Ends saving, when the content has become a record: resolves after the save under way. */
  readonly stop: () => Promise<void>;
  /** Ends saving and drops what is not saved yet, when the content is to go: nothing brings it back. */
  readonly drop: () => Promise<void>;
  /** Saves again from now on, when making the record failed. */
  readonly resume: () => void;
};

/** Makes every text inside fit for a record (no lone surrogates or control characters, NFC). */
export function cleanContent<T>(content: T): T {
  if (typeof content === 'string') return cleanText(content) as T;
  if (Array.isArray(content)) return content.map((part: unknown) => cleanContent(part)) as T;
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, cleanContent(value)])) as T;
}

/** Autosave of one draft. Content changed while a save runs is saved after it; leaving the screen saves at once. */
export function useAutosave(id: string, kind: DraftRow['kind']): Autosave {
  const [state, setState] = useState<SaveState>({ is: 'untouched' });
  const queue = useRef<{
    next?: { content: unknown };
    running?: Promise<void>;
    timer?: number;
    stopped?: boolean;
    gone?: boolean;
  }>({});

  const again = useRef<() => void>(() => undefined);

  const flush = useCallback(() => {
    const q = queue.current;
    window.clearTimeout(q.timer);
    if (q.running !== undefined || q.stopped === true) return;
    const hasNewer = (): boolean => q.next !== undefined;
    const work = async (): Promise<void> => {
      while (q.next !== undefined && queue.current.stopped !== true) {
        const { content } = q.next;
        delete q.next;
        setState({ is: 'saving' });
        const answer = await send('draft.save', { id, kind, content: cleanContent(content) });
        // Newer content waits: its own answer will tell.
        if (answer.ok) setState(hasNewer() ? { is: 'saving' } : { is: 'saved', at: answer.value.savedAt });
        else {
          setState({ is: 'failed', error: answer.error });
          q.next ??= { content };
          // A form that was left may be open elsewhere by then, with newer content.
          if (queue.current.gone !== true)
            q.timer = window.setTimeout(() => {
              again.current();
            }, TRY_AGAIN_MS);
          break;
        }
      }
      delete q.running;
    };
    if (q.next !== undefined) q.running = work();
  }, [id, kind]);
  useEffect(() => {
    again.current = flush;
  }, [flush]);

  const save = useCallback(
    (content: unknown, when: 'now' | 'soon') => {
      const q = queue.current;
      q.next = { content };
      window.clearTimeout(q.timer);
      setState({ is: 'saving' });
      if (when === 'now') flush();
      else q.timer = window.setTimeout(flush, TYPING_PAUSE_MS);
    },
    [flush],
  );

  const stop = useCallback(async () => {
    queue.current.stopped = true;
    window.clearTimeout(queue.current.timer);
    await queue.current.running;
  }, []);
  const drop = useCallback(async () => {
    await stop();
    window.clearTimeout(queue.current.timer);
    delete queue.current.next;
  }, [stop]);
  const resume = useCallback(() => {
    queue.current.stopped = false;
    flush();
  }, [flush]);

  useEffect(() => {
    const q = queue.current;
    q.gone = false;
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      q.gone = true;
      flush();
    };
  }, [flush]);

  return { state, save, flush, stop, drop, resume };
}
