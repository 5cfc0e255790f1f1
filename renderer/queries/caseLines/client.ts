import { noteStoreClosed, onStoresOpen } from '#renderer/data/client.ts';

import type { Told } from './engine.ts';
import type { FromLines, ToLines } from './lines.worker.ts';
import type { Question } from './question.ts';
import type { Reader } from './waits.ts';

let worker: Worker | undefined;
let reader: Reader | undefined;
let nextId = 1;
const waiting = new Map<number, (told: Told) => void>();

/** Asks the worker that keeps the lines of all cases; tells each answer until the returned function is called. */
export function askCaseLines(by: Reader, question: Question, tell: (told: Told) => void): () => void {
  const id = nextId;
  nextId += 1;
  waiting.set(id, tell);
  const started = (worker ??= start());
  if (reader === undefined || !isSame(reader, by)) {
    reader = by;
    say(started, { is: 'reader', reader: by });
  }
  say(started, { is: 'ask', id, question });
  return () => {
    waiting.delete(id);
    say(started, { is: 'end', id });
  };
}

function isSame(before: Reader, now: Reader): boolean {
  const keys = Object.keys(now) as (keyof Reader)[];
  return keys.every((key) => before[key] === now[key]);
}

function start(): Worker {
  const started = new Worker(new URL('./lines.worker.ts', import.meta.url), { type: 'module', name: 'lines' });
  started.addEventListener('message', ({ data }: MessageEvent<FromLines>) => {
    if ('isClosed' in data) noteStoreClosed();
    else waiting.get(data.id)?.(data.told);
  });
  started.addEventListener('error', (event) => {
    for (const tell of waiting.values()) tell({ problem: event.message });
  });
  onStoresOpen(() => {
    say(started, { is: 'open' });
  });
  return started;
}

function say(to: Worker, message: ToLines): void {
  to.postMessage(message);
}
