import type { PortRequest } from '#shared/bridge/port.ts';

import type { Wanted } from '../projections/folder.ts';
import type { JudgedBy } from '../projections/judgedBy.ts';
import type { Folded } from '../projections/project.ts';
import type { SignInProblem } from '../status.ts';

import type { PageRequest } from './changes.ts';
import type { Classified } from './classify.ts';
import type { PageHead } from './reader.ts';

/** What the data worker tells the worker that reads and verifies. */
export type ToFeed =
  | { readonly is: 'read'; readonly id: number; readonly url: string; readonly request: PageRequest }
  | { readonly is: 'fold'; readonly id: number; readonly wanted: Wanted; readonly by: JudgedBy }
  | { readonly is: 'answer'; readonly ask: number; readonly ok: true; readonly value: unknown }
  | { readonly is: 'answer'; readonly ask: number; readonly ok: false; readonly message: string };

/** What it answers; `ask` is a question to the main process that only the data worker can put. */
export type FromFeed =
  | { readonly is: 'head'; readonly id: number; readonly head: PageHead }
  | { readonly is: 'found'; readonly id: number; readonly found: readonly Classified[]; readonly kept: number }
  | { readonly is: 'folded'; readonly id: number; readonly folded: readonly Folded[]; readonly kept: number }
  | {
      readonly is: 'failed';
      readonly id: number;
      /** Without `problem` it was no problem of the server but an error. */
      readonly problem: {
        readonly problem?: SignInProblem;
        readonly status?: number | undefined;
        readonly message: string;
      };
    }
  | { readonly is: 'ask'; readonly ask: number; readonly request: PortRequest; readonly input: unknown };
