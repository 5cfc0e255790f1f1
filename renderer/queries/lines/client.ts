import { noteStoreClosed, onStoresOpen } from '#renderer/data/client.ts';
import type { Register } from '#shared/catalogue/register.ts';

import type { CaseAnswer, Question } from '../caseLines/question.ts';
import type { Reader } from '../caseLines/waits.ts';
import type { SiteMatches, SiteQuestion } from '../siteLines/siteIndex.ts';

import type { FromLines, ToLines } from './lines.worker.ts';
import type { Told } from './told.ts';

let worker: Worker | undefined;
let reader: Reader | undefined;
let registers: readonly Register[] | undefined;
let nextId = 1;
const waiting = new Map<number, (told: never) => void>();

/** Asks about the cases as somebody reads them; tells each answer until the returned function is called. */
export function askCases(by: Reader, question: Question, tell: (told: Told<CaseAnswer>) => void): () => void {
  if (reader === undefined || !isSame(reader, by)) {
    reader = by;
    say({ is: 'reader', reader: by });
  }
  return ask((id) => ({ is: 'cases', id, question }), tell);
}

/** Asks about the registers; tells each answer until the returned function is called. */
export function askSites(
  by: readonly Register[],
  question: SiteQuestion,
  tell: (told: Told<SiteMatches>) => void,
): () => void {
  if (registers !== by) {
    registers = by;
    say({ is: 'registers', registers: by });
  }
  return ask((id) => ({ is: 'sites', id, question }), tell);
}

function ask(messageOf: (id: number) => ToLines, tell: (told: never) => void): () => void {
  const id = nextId;
  nextId += 1;
  waiting.set(id, tell);
  say(messageOf(id));
  return () => {
    waiting.delete(id);
    say({ is: 'end', id });
  };
}

function isSame(before: Reader, now: Reader): boolean {
  const keys = Object.keys(now) as (keyof Reader)[];
  return keys.every((key) => before[key] === now[key]);
}

function say(message: ToLines): void {
  worker ??= start();
  worker.postMessage(message);
}

function start(): Worker {
  const started = new Worker(new URL('./lines.worker.ts', import.meta.url), { type: 'module', name: 'lines' });
  started.addEventListener('message', ({ data }: MessageEvent<FromLines>) => {
    if ('isClosed' in data) noteStoreClosed();
    else waiting.get(data.id)?.(data.told as never);
  });
  started.addEventListener('error', (event) => {
    for (const tell of waiting.values()) tell({ problem: event.message } as never);
  });
  onStoresOpen(() => {
    started.postMessage({ is: 'open' } satisfies ToLines);
  });
  return started;
}
