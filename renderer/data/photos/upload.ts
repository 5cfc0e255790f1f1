/** How long an upload may stand still, and how long the answer may take once all bytes are up, in milliseconds. */
export type Patience = { readonly stalledMs: number; readonly answerMs: number };

/** What most lines need: a minute without one more byte is a dead line, a busy server may think for two. */
export const PATIENCE: Patience = { stalledMs: 60_000, answerMs: 120_000 };

/** The slowest line that is waited for where progress cannot be seen, in bytes per second: GPRS on a bad day. */
const FLOOR_BYTES_PER_S = 2_000;

type Upload = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
  /** All bytes are up; not told where progress cannot be seen. */
  readonly isUp?: (() => void) | undefined;
};

/**
 * Sends one PUT. Rejects with a `TimeoutError` when the line stands still and with the signal's reason when that is
 * aborted; an upload that goes on is never cut, however large the file and slow the line.
 */
export function upload(url: string, request: Upload, patience: Patience = PATIENCE): Promise<Response> {
  // Only XMLHttpRequest tells how far an upload is; Chromium's workers have it.
  return typeof XMLHttpRequest === 'undefined'
    ? uploadBlindly(url, request, patience)
    : uploadWatched(url, request, patience);
}

function uploadWatched(
  url: string,
  { headers, body, signal, onProgress, isUp }: Upload,
  patience: Patience,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        fail(timedOut());
      }, ms);
    };
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error instanceof Error ? error : new Error(String(error)));
      xhr.abort();
    };
    const onAbort = (): void => {
      fail(signal.reason);
    };
    xhr.upload.onprogress = ({ loaded }) => {
      wait(loaded >= body.size ? patience.answerMs : patience.stalledMs);
      onProgress(Math.min(loaded, body.size));
    };
    xhr.upload.onload = () => {
      wait(patience.answerMs);
      isUp?.();
    };
    xhr.onerror = () => {
      fail(new TypeError('Failed to send'));
    };
    xhr.onload = () => {
      settle();
      const retryAfter = xhr.getResponseHeader('retry-after');
      const text = xhr.responseText;
      resolve(
        new Response(text === '' ? null : text, {
          status: xhr.status,
          headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
        }),
      );
    };
    if (signal.aborted) {
      fail(signal.reason);
      return;
    }
    signal.addEventListener('abort', onAbort);
    xhr.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    wait(patience.stalledMs);
    xhr.send(body);
  });
}

async function uploadBlindly(
  url: string,
  { headers, body, signal, onProgress }: Upload,
  patience: Patience,
): Promise<Response> {
  const own = new AbortController();
  const onAbort = (): void => {
    own.abort(signal.reason);
  };
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  const withinMs = patience.stalledMs + (body.size / FLOOR_BYTES_PER_S) * 1000;
  const timer = setTimeout(() => {
    own.abort(timedOut());
  }, withinMs);
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { ...headers },
      body,
      signal: own.signal,
      credentials: 'omit',
      redirect: 'error',
    });
    onProgress(body.size);
    return response;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function timedOut(): DOMException {
  return new DOMException('the line stood still', 'TimeoutError');
}
