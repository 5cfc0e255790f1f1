import '#shared/jitless.ts';

import { XunzhiDatabase } from '#renderer/data/tables.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { CaseLines } from '../caseLines/engine.ts';
import type { CaseAnswer, Question } from '../caseLines/question.ts';
import type { Reader } from '../caseLines/waits.ts';
import { ReadHandle } from '../readHandle.ts';
import { SiteLines } from '../siteLines/engine.ts';
import type { SiteMatches, SiteQuestion } from '../siteLines/siteIndex.ts';

import type { Told } from './told.ts';

/** What the window says to the worker that keeps the lines of all cases and sites. */
export type ToLines =
  | { readonly is: 'reader'; readonly reader: Reader }
  | { readonly is: 'registers'; readonly registers: readonly Register[] }
  | { readonly is: 'cases'; readonly id: number; readonly question: Question }
  | { readonly is: 'sites'; readonly id: number; readonly question: SiteQuestion }
  | { readonly is: 'end'; readonly id: number }
  /** The data worker has the stores open. */
  | { readonly is: 'open' };
/** What it says to the window. */
export type FromLines =
  { readonly id: number; readonly told: Told<CaseAnswer | SiteMatches> } | { readonly isClosed: true };

const store = new XunzhiDatabase();
const handle = new ReadHandle(store, () => {
  say({ isClosed: true });
});
let cases: CaseLines | undefined;
let sites: SiteLines | undefined;
handle.watch(() => {
  cases?.reload();
  sites?.reload();
});

function say(message: FromLines): void {
  self.postMessage(message);
}

function tell(id: number, told: Told<CaseAnswer | SiteMatches>): void {
  say({ id, told });
}

self.addEventListener('message', ({ data }: MessageEvent<ToLines>) => {
  switch (data.is) {
    case 'open':
      void handle.openAgain();
      return;
    case 'reader':
      if (cases === undefined) cases = new CaseLines(store.cases, data.reader, tell);
      else cases.setReader(data.reader);
      return;
    case 'registers':
      if (sites === undefined) sites = new SiteLines(store.sites, data.registers, tell);
      else sites.setRegisters(data.registers);
      return;
    case 'cases':
      cases?.questions.ask(data.id, data.question);
      return;
    case 'sites':
      sites?.questions.ask(data.id, data.question);
      return;
    case 'end':
      cases?.questions.end(data.id);
      sites?.questions.end(data.id);
  }
});
