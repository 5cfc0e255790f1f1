import type { IncomingHttpHeaders } from 'node:http';

/** A request as the proxy sees it. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** The header with the password, when one was sent. */
  readonly authorization?: string | undefined;
};

/** An answer of the server with its whole body. */
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** What happens to one request and its answer. A `share` from 0 to 1 says how much of the bytes gets through. */
export type Fault =
  | { readonly is: 'none' }
  /** The answer comes whole, but late. */
  | { readonly is: 'latency'; readonly ms: number }
  /** The connection ends before the server sees anything. */
  | { readonly is: 'refuse' }
  /** A part of the request reaches the server, then the connection ends on both sides. */
  | { readonly is: 'cutRequest'; readonly share: number }
  /** The server acts, nothing of its answer arrives. */
  | { readonly is: 'loseAnswer' }
  /** The answer breaks off inside its headers or its body, with a reset or an orderly end. */
  | { readonly is: 'cutAnswer'; readonly part: 'head' | 'body'; readonly share: number; readonly reset: boolean }
  /** A shorter body under a length that fits: valid HTTP, half a document. */
  | { readonly is: 'truncate'; readonly share: number }
  /** The answer stands on the wire twice. */
  | { readonly is: 'answerTwice' }
  /** The server gets the request twice, one after the other; the second answer arrives. */
  | { readonly is: 'requestTwice' }
  /** The length of the header is wrong by so many bytes. */
  | { readonly is: 'wrongLength'; readonly by: number }
  /** Slow loris: a few bytes at a time. */
  | { readonly is: 'dribble'; readonly pieces: number; readonly everyMs: number }
  /** Half open: the request arrives nowhere and the connection stays. */
  | { readonly is: 'halfOpen' }
  /** A captive portal: somebody's page with status 200, or a redirection to it. */
  | { readonly is: 'portal'; readonly redirects: boolean }
  /** An answer that the server never gave: its own kind of JSON, or a page of something in between. */
  | ({
      readonly is: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    } & ({ readonly json: unknown } | { readonly page: string }))
  /** The answer as somebody changed it. */
  | {
      readonly is: 'change';
      readonly change: (status: number, text: string) => { readonly status: number; readonly text: string };
    };

/** What the proxy did, in the order of the requests. */
export type LogLine = {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** The account of the Basic header. */
  readonly user: string | undefined;
  readonly fault: string;
  /** The status that went to the client, and when; absent where none did. */
  status?: number;
  answeredMs?: number;
};

/** Headers that let a page of the app read an answer, as CouchDB gives them. */
export function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'content-type, cache-control, etag, server, retry-after',
  };
}

/** A fault in a few words, for logs and counts. */
export function nameOf(fault: Fault): string {
  if (fault.is === 'answer') return `status ${String(fault.status)}`;
  if (fault.is === 'change') return 'answer changed';
  if (fault.is === 'cutAnswer') return `cut in ${fault.part}`;
  return fault.is;
}
