import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import type { Fault } from './fault.ts';
import { FaultProxy } from './faultProxy.ts';

const BODY = JSON.stringify({ rows: Array.from({ length: 40 }, (_, n) => ({ id: `row ${String(n)}` })) });
const TIME = '0005f1a2b3c4d5';
let server: Server;
let proxy: FaultProxy;
/** Bodies that reached the server whole. */
const arrived: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => undefined);
    request.on('end', () => {
      arrived.push(Buffer.concat(parts).toString());
      const uuids = request.url?.startsWith('/_uuids') === true;
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(uuids ? `{"uuids":["${TIME}000000000000000001"]}` : BODY);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  proxy = await FaultProxy.to(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});

beforeEach(() => {
  arrived.length = 0;
  proxy.log.length = 0;
});

afterAll(async () => {
  await proxy.close();
  await new Promise((done) => server.close(done));
});

/** What stands on the wire after one POST, as a client without any cleverness reads it. */
function wire(fault: Fault, withinMs = 400): Promise<{ readonly text: string; readonly ended: boolean }> {
  proxy.meet = () => fault;
  const { port } = new URL(proxy.url);
  return new Promise((done) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    const end = (ended: boolean) => (): void => {
      socket.destroy();
      done({ text, ended });
    };
    socket.on('data', (part) => (text += part.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', end(true));
    const body = 'x'.repeat(1000);
    const auth = Buffer.from('chen.wei:secret').toString('base64');
    socket.write(
      `POST /db/_bulk_docs HTTP/1.1\r\nhost: h\r\nauthorization: Basic ${auth}\r\ncontent-length: 1000\r\n\r\n${body}`,
    );
    setTimeout(end(false), withinMs);
  });
}

const bodyOf = (text: string): string => text.slice(text.indexOf('\r\n\r\n') + 4);
const lengthOf = (text: string): number => Number(/content-length: (\d+)/i.exec(text)?.[1]);

it('is honest at first and says who asked for what', async () => {
  const { text } = await wire({ is: 'none' });
  expect(bodyOf(text)).toBe(BODY);
  expect(arrived).toEqual(['x'.repeat(1000)]);
  expect(proxy.log).toEqual([
    expect.objectContaining({ method: 'POST', path: '/db/_bulk_docs', user: 'chen.wei', fault: 'none', status: 200 }),
  ]);
});

it('ends connections before, in and after the request', async () => {
  expect(await wire({ is: 'refuse' })).toEqual({ text: '', ended: true });
  expect(await wire({ is: 'cutRequest', share: 0.5 })).toEqual({ text: '', ended: true });
  expect(arrived).toEqual([]);
  expect(await wire({ is: 'loseAnswer' })).toEqual({ text: '', ended: true });
  expect(arrived).toHaveLength(1);
});

it('cuts an answer in its head and in its body, at the byte that was drawn', async () => {
  const head = await wire({ is: 'cutAnswer', part: 'head', share: 0.5, reset: false });
  expect(head.text).toMatch(/^HTTP\/1\.1 200/);
  expect(head.text).not.toContain('\r\n\r\n');
  const body = await wire({ is: 'cutAnswer', part: 'body', share: 0.5, reset: true });
  expect(bodyOf(body.text)).toBe(BODY.slice(0, Math.floor(BODY.length / 2)));
  expect(lengthOf(body.text)).toBe(BODY.length);
});

it('shortens a body with its length, and gives lengths that are wrong', async () => {
  const short = await wire({ is: 'truncate', share: 0.25 });
  expect(bodyOf(short.text)).toHaveLength(lengthOf(short.text));
  expect(lengthOf(short.text)).toBe(Math.floor(BODY.length / 4));
  const wrong = await wire({ is: 'wrongLength', by: -7 });
  expect(lengthOf(wrong.text)).toBe(BODY.length - 7);
  expect(bodyOf(wrong.text)).toBe(BODY);
});

it('doubles answers and requests', async () => {
  expect((await wire({ is: 'answerTwice' })).text.split('HTTP/1.1 200')).toHaveLength(3);
  arrived.length = 0;
  expect(bodyOf((await wire({ is: 'requestTwice' })).text)).toBe(BODY);
  expect(arrived).toHaveLength(2);
});

it('dribbles, hangs and is late', async () => {
  const startedMs = performance.now();
  const slow = await wire({ is: 'dribble', pieces: 10, everyMs: 20 }, 3000);
  expect(bodyOf(slow.text)).toBe(BODY);
  expect(performance.now() - startedMs).toBeGreaterThan(150);
  expect(await wire({ is: 'halfOpen' }, 150)).toEqual({ text: '', ended: false });
  expect(await wire({ is: 'latency', ms: 300 }, 100)).toEqual({ text: '', ended: false });
});

it('answers by itself, readable for the app, and as a portal does', async () => {
  proxy.meet = () => ({ is: 'answer', status: 429, json: { error: 'slow' }, headers: { 'retry-after': '1' } });
  const busy = await fetch(proxy.url, { headers: { origin: 'app://xunzhi' } });
  expect([busy.status, busy.headers.get('retry-after'), busy.headers.get('access-control-allow-origin')]).toEqual([
    429,
    '1',
    'app://xunzhi',
  ]);
  expect((await wire({ is: 'portal', redirects: false })).text).toContain('text/html');
  expect((await wire({ is: 'portal', redirects: true })).text).toMatch(/^HTTP\/1\.1 302/);
  expect(arrived).toEqual([]);
});

it('moves the clock that the server tells', async () => {
  proxy.meet = () => ({ is: 'none' });
  proxy.serverAheadMs = 86_400_000;
  const { uuids } = (await (await fetch(`${proxy.url}/_uuids`)).json()) as { uuids: [string] };
  proxy.serverAheadMs = 0;
  expect(Number.parseInt(uuids[0].slice(0, 14), 16) - Number.parseInt(TIME, 16)).toBe(86_400_000_000);
});

it('has no network while it is down', async () => {
  proxy.down();
  await expect(fetch(proxy.url)).rejects.toThrow();
  proxy.up();
  expect((await fetch(proxy.url)).status).toBe(200);
});
