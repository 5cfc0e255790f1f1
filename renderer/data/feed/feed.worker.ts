import '#shared/jitless.ts';

import type { PortClient } from '../port.ts';
import { NO_GATE } from '../remote/gate.ts';
import { RemoteProblem } from '../remote/problem.ts';
import { Remote } from '../remote/remote.ts';

import type { FromFeed, ToFeed } from './feedMessages.ts';
import { directReader } from './reader.ts';

/** Main answers only the data worker, so its questions go that way. */
const asked = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>();
let nextAsk = 1;
const port: PortClient = {
  call: (request, input) =>
    new Promise((resolve, reject) => {
      const ask = nextAsk;
      nextAsk += 1;
      asked.set(ask, { resolve, reject });
      post({ is: 'ask', ask, request, input });
    }),
};

const reader = directReader();

function post(message: FromFeed): void {
  self.postMessage(message);
}

function problemOf(error: unknown): Extract<FromFeed, { is: 'failed' }>['problem'] {
  if (error instanceof RemoteProblem) return { problem: error.problem, status: error.status, message: error.message };
  return { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

function read(id: number, url: string, request: Extract<ToFeed, { is: 'read' }>['request']): void {
  const { head, found } = reader.read(new Remote(port, url, NO_GATE), request);
  head.then(
    (value) => {
      post({ is: 'head', id, head: value });
    },
    () => undefined, // `found` fails with the same cause
  );
  found.then(
    (value) => {
      post({ is: 'found', id, found: value, kept: reader.kept() });
    },
    (error: unknown) => {
      post({ is: 'failed', id, problem: problemOf(error) });
    },
  );
}

function fold({ id, wanted, by }: Extract<ToFeed, { is: 'fold' }>): void {
  reader.fold(wanted, by).then(
    (folded) => {
      post({ is: 'folded', id, folded, kept: reader.kept() });
    },
    (error: unknown) => {
      post({ is: 'failed', id, problem: problemOf(error) });
    },
  );
}

self.onmessage = ({ data }: MessageEvent<ToFeed>): void => {
  if (data.is === 'read') read(data.id, data.url, data.request);
  else if (data.is === 'fold') fold(data);
  else {
    const waiting = asked.get(data.ask);
    asked.delete(data.ask);
    if (data.ok) waiting?.resolve(data.value as never);
    else waiting?.reject(new Error(data.message));
  }
};
