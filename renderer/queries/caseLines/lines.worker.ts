import '#shared/jitless.ts';

import { XunzhiDatabase } from '#renderer/data/tables.ts';

import { ReadHandle } from '../readHandle.ts';

import { CaseLines, type Told } from './engine.ts';
import type { Question } from './question.ts';
import type { Reader } from './waits.ts';

/** What the window says to the worker that keeps the lines of all cases. */
export type ToLines =
  | { readonly is: 'reader'; readonly reader: Reader }
  | { readonly is: 'ask'; readonly id: number; readonly question: Question }
  | { readonly is: 'end'; readonly id: number }
  /** The data worker has the stores open. */
  | { readonly is: 'open' };
/** What it says to the window. */
export type FromLines = { readonly id: number; readonly told: Told } | { readonly isClosed: true };

const store = new XunzhiDatabase();
const handle = new ReadHandle(store, () => {
  self.postMessage({ isClosed: true } satisfies FromLines);
});
let lines: CaseLines | undefined;
handle.watch(() => lines?.reload());

self.addEventListener('message', ({ data }: MessageEvent<ToLines>) => {
  switch (data.is) {
    case 'open':
      void handle.openAgain();
      return;
    case 'reader':
      if (lines === undefined)
        lines = new CaseLines(store.cases, data.reader, (id, told) => {
          self.postMessage({ id, told } satisfies FromLines);
        });
      else lines.setReader(data.reader);
      return;
    case 'ask':
      lines?.ask(data.id, data.question);
      return;
    case 'end':
      lines?.end(data.id);
  }
});
