import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { watchedFetch, type Received } from '#renderer/data/photos/download.ts';
import type { PortClient } from '#renderer/data/port.ts';
import { NO_GATE } from '#renderer/data/remote/gate.ts';
import { Remote } from '#renderer/data/remote/remote.ts';

const [PIECE, PIECES] = [Buffer.alloc(1_000, 7), 8] as const;

let server: Server;
let remote: Remote;
/** After so many pieces the server says nothing more and keeps the connection. */
let standsStillAfter: number;

beforeEach(async () => {
  standsStillAfter = Infinity;
  server = createServer((_req, res) => {
    res.writeHead(200, { 'content-length': PIECE.length * PIECES });
    dribble(res, 0);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const main: Pick<PortClient, 'call'> = { call: () => Promise.reject(new Error('main is not asked')) };
  remote = new Remote(main, `http://127.0.0.1:${String(port)}`, NO_GATE);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function dribble(res: ServerResponse, sent: number): void {
  if (sent === PIECES) res.end();
  else if (sent < standsStillAfter)
    setTimeout(() => {
      res.write(PIECE);
      dribble(res, sent + 1);
    }, 60);
}

function load(seen: Received[], signal = new AbortController().signal): Promise<Response> {
  const fetcher = watchedFetch(remote, { signal, onProgress: (received) => seen.push(received), stalledMs: 250 });
  return fetcher(`${remote.url}/photo`, {});
}

it('lets a slow download go on for longer than it may stand still, and says how far it is', async () => {
  const seen: Received[] = [];
  const blob = await (await load(seen)).blob();
  expect(new Uint8Array(await blob.arrayBuffer()).every((byte) => byte === 7)).toBe(true);
  expect(blob.size).toBe(8_000);
  expect(seen.at(-1)).toEqual({ doneBytes: 8_000, totalBytes: 8_000 });
  expect(seen.length).toBeGreaterThan(2);
});

it('gives a download up that stands still', async () => {
  standsStillAfter = 3;
  const seen: Received[] = [];
  await expect(load(seen)).rejects.toMatchObject({ name: 'RemoteProblem', problem: 'timeout' });
  expect(seen.at(-1)).toEqual({ doneBytes: 3_000, totalBytes: 8_000 });
});

it('ends with the reason of whoever lets go', async () => {
  standsStillAfter = 1;
  const stop = new AbortController();
  const loading = load([], stop.signal);
  setTimeout(() => {
    stop.abort(new Error('let go'));
  }, 100);
  await expect(loading).rejects.toThrow('let go');
});
