import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';

import type { BlobFetch } from './serverLeaves.ts';

/** After so long without one more byte a download is given up, in milliseconds; a slow one that goes on never is. */
export const STALLED_MS = 45_000;

/** Bytes that came so far, and how many there will be where the server says so. */
export type Received = { readonly doneBytes: number; readonly totalBytes?: number | undefined };

type Watch = {
  readonly signal: AbortSignal;
  readonly onProgress: (received: Received) => void;
  readonly stalledMs?: number;
};

/** `fetch` of this server for large answers: it ends when the line stands still or the signal says so, not at a deadline. */
export function watchedFetch(remote: Remote, { signal, onProgress, stalledMs = STALLED_MS }: Watch): BlobFetch {
  return async (url, init) => {
    const own = new AbortController();
    const onAbort = (): void => {
      own.abort(signal.reason);
    };
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        own.abort(new DOMException('the line stood still', 'TimeoutError'));
      }, stalledMs);
    };
    moved();
    try {
      const response = await remote.guarded(url, { ...init, signal: own.signal });
      moved();
      const body = await bodyOf(response, (received) => {
        moved();
        onProgress(received);
      });
      return new Response(body, { status: response.status, headers: response.headers });
    } catch (error) {
      if (own.signal.aborted) throw await reasonOf(own.signal, remote, url);
      throw error instanceof RemoteProblem ? error : await remote.problemBehind(error, url);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  };
}

/** A line that stood still is a problem of the server's; whoever let go knows why. */
async function reasonOf({ reason }: AbortSignal, remote: Remote, url: string): Promise<unknown> {
  const isStalled = reason instanceof DOMException && reason.name === 'TimeoutError';
  return isStalled ? await remote.problemBehind(reason, url) : reason;
}

async function bodyOf(response: Response, onProgress: (received: Received) => void): Promise<Blob | null> {
  if (response.body === null) return null;
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const totalBytes = length > 0 ? length : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let doneBytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    parts.push(value);
    doneBytes += value.byteLength;
    if (response.ok) onProgress({ doneBytes, totalBytes });
  }
}
