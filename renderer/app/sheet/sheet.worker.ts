import type { Result } from '#shared/kernel/result.ts';

import { readSheet, writeSheets, type Lines, type SheetProblem, type SheetToWrite } from './sheet.ts';

/** What the worker is asked: one thing, then it is closed. */
export type SheetAsk =
  | { readonly is: 'read'; readonly bytes: Uint8Array }
  | { readonly is: 'write'; readonly sheets: readonly SheetToWrite[] };
/** What it answers. */
export type SheetAnswer =
  | { readonly is: 'read'; readonly result: Result<Lines, SheetProblem> }
  | { readonly is: 'write'; readonly bytes: Uint8Array };

self.onmessage = ({ data: ask }: MessageEvent<SheetAsk>) => {
  const answer: SheetAnswer =
    ask.is === 'read' ? { is: 'read', result: readSheet(ask.bytes) } : { is: 'write', bytes: writeSheets(ask.sheets) };
  self.postMessage(answer);
};
