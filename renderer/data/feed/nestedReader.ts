import type { PortClient } from '../port.ts';
import type { Folded } from '../projections/project.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import type { Classified } from './classify.ts';
import type { FromFeed, ToFeed } from './feedMessages.ts';
import type { PageHead, PageReader, Reading } from './reader.ts';

type Settle<T> = { readonly resolve: (value: T) => void; readonly reject: (error: Error) => void };
type Waiting =
  | { readonly is: 'reading'; readonly head: Settle<PageHead>; readonly found: Settle<readonly Classified[]> }
  | { readonly is: 'folding'; readonly folded: Settle<readonly Folded[]> };

/**
 * Reads and verifies in a worker of its own, so that the data worker is free to write and to answer commands. The worker
 * starts with the first page; one that breaks fails what it was reading, and the next page starts a new one.
 */
export function nestedReader(port: PortClient): PageReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let nextId = 1;
  let kept = 0;
  const start = (): Worker => {
    const started = new Worker(new URL('./feed.worker.ts', import.meta.url), { type: 'module', name: 'feed' });
    started.onmessage = ({ data }: MessageEvent<FromFeed>) => {
      if (data.is === 'ask') answer(port, started, data);
      else {
        if (data.is === 'found' || data.is === 'folded') kept = data.kept;
        settle(waiting, data);
      }
    };
    // A script that cannot be loaded gives an event without a message.
    started.onerror = (problem) => {
      worker = undefined;
      kept = 0;
      started.terminate();
      const error = new Error(problem.message || 'the feed worker could not start');
      for (const one of waiting.values()) fail(one, error);
      waiting.clear();
    };
    return started;
  };
  return {
    read: (remote, request) => {
      try {
        remote.gate.check(request.authorization);
      } catch (error) {
        return refused(error);
      }
      const id = nextId;
      nextId += 1;
      worker ??= start();
      const [head, headSettles] = aPromise<PageHead>();
      const [found, foundSettles] = aPromise<readonly Classified[]>();
      waiting.set(id, { is: 'reading', head: headSettles, found: foundSettles });
      worker.postMessage({ is: 'read', id, url: remote.url, request } satisfies ToFeed);
      const guarded = <T>(answer: Promise<T>): Promise<T> => throughGate(remote, request.authorization, answer);
      return { head: guarded(head), found: guarded(found) };
    },
    fold: (wanted, by) => {
      if (worker === undefined || kept === 0) return Promise.resolve([]);
      const id = nextId;
      nextId += 1;
      const [folded, folds] = aPromise<readonly Folded[]>();
      waiting.set(id, { is: 'folding', folded: folds });
      worker.postMessage({ is: 'fold', id, wanted, by } satisfies ToFeed);
      return folded;
    },
    kept: () => kept,
  };
}

/** The gate keeps the request here. */
function refused(error: unknown): Reading {
  const never = Promise.reject(error instanceof Error ? error : new Error(String(error)));
  never.catch(() => undefined); // whoever waits for it gets it all the same
  return { head: never, found: never };
}

/** The gate learns what became of the password; it says so in its own words. */
function throughGate<T>(remote: Remote, authorization: string, answer: Promise<T>): Promise<T> {
  const learned = answer.catch(async (error: unknown) => {
    if (error instanceof RemoteProblem && (error.status === 401 || error.status === 403))
      await remote.gate.learn(authorization, new Response(error.message, { status: error.status }));
    throw error;
  });
  learned.catch(() => undefined); // whoever waits for it gets it all the same
  return learned;
}

function settle(waiting: Map<number, Waiting>, message: Exclude<FromFeed, { is: 'ask' }>): void {
  const one = waiting.get(message.id);
  if (one === undefined) return;
  if (message.is === 'head') {
    if (one.is === 'reading') one.head.resolve(message.head);
    return;
  }
  waiting.delete(message.id);
  if (message.is === 'found' && one.is === 'reading') one.found.resolve(message.found);
  if (message.is === 'folded' && one.is === 'folding') one.folded.resolve(message.folded);
  if (message.is === 'failed') {
    const { problem, status, message: text } = message.problem;
    fail(one, problem === undefined ? new Error(text) : new RemoteProblem(problem, status, text));
  }
}

function fail(one: Waiting, error: Error): void {
  if (one.is === 'folding') {
    one.folded.reject(error);
    return;
  }
  one.head.reject(error);
  one.found.reject(error);
}

function answer(port: PortClient, worker: Worker, { ask, request, input }: Extract<FromFeed, { is: 'ask' }>): void {
  const post = (message: ToFeed): void => {
    worker.postMessage(message);
  };
  port.call(request, input as never).then(
    (value) => {
      post({ is: 'answer', ask, ok: true, value });
    },
    (error: unknown) => {
      post({ is: 'answer', ask, ok: false, message: String(error) });
    },
  );
}

function aPromise<T>(): [Promise<T>, Settle<T>] {
  let settles: Settle<T> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settles = { resolve, reject };
  });
  promise.catch(() => undefined); // whoever waits for it gets it all the same
  return [promise, settles as unknown as Settle<T>];
}
