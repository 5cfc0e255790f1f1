import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { corsHeaders, nameOf, type Answer, type Asked, type Fault, type LogLine } from './fault.ts';
import { Upstream, type Whole } from './upstream.ts';
import { writeBroken } from './wire.ts';

const NONE: Fault = { is: 'none' };
const PORTAL = '<!doctype html><title>Wi-Fi</title><h1>请登录公共无线网络（示例）</h1>';

/**
 * An HTTP proxy before any CouchDB-protocol server, on loopback. Each request meets the fault that `meet` chooses for
 * it; what was done to which request stands in `log`.
 */
export class FaultProxy {
  readonly url: string;
  readonly log: LogLine[] = [];
  /** Chooses what happens to a request; honest at first. */
  meet: (request: Asked) => Fault = () => NONE;
  /** Called with each request before anything happens to it. */
  seen: (request: Asked) => void = () => undefined;
  /** How far the server's clock stands ahead of what it is, in milliseconds. */
  serverAheadMs = 0;
  /** A request whose body is longer than this is cut on its way up, in bytes. */
  cutAfterBytes = Infinity;
  #isUp = true;
  readonly #server: Server;
  readonly #upstream: Upstream;

  private constructor(target: string, server: Server) {
    this.#server = server;
    this.#upstream = new Upstream(target);
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  /** Listens before a server; `target` is its base URL without credentials. */
  static async to(target: string): Promise<FaultProxy> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const proxy = new FaultProxy(target, server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      request.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > proxy.cutAfterBytes) request.destroy();
      });
      request.on('error', () => undefined); // the client went away: nobody waits for an answer
      request.on('end', () => void proxy.#carry(request, Buffer.concat(parts), response));
    });
    server.on('clientError', (_error, socket) => socket.destroy());
    return proxy;
  }

  /** No network: every connection ends, those that are open too. */
  down(): void {
    this.#isUp = false;
    this.#server.closeAllConnections();
  }

  up(): void {
    this.#isUp = true;
  }

  close(): Promise<void> {
    this.#upstream.close();
    return new Promise((done) => {
      this.#server.close(() => {
        done();
      });
      this.#server.closeAllConnections();
    });
  }

  async #carry(request: IncomingMessage, bytes: Buffer, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    const asked = { method, path, body: bytes.toString('utf8'), authorization: headers.authorization };
    this.seen(asked);
    const fault: Fault = this.#isUp ? this.meet(asked) : { is: 'refuse' };
    const line: LogLine = {
      atMs: Date.now(),
      method,
      path,
      user: userOf(headers.authorization),
      fault: nameOf(fault),
    };
    this.log.push(line);
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    try {
      await this.#give({ method, path, headers, bytes }, fault, response, line, gone.signal);
    } catch {
      response.destroy(); // the server gave no answer, or the client is gone
    }
  }

  async #give(whole: Whole, fault: Fault, response: ServerResponse, line: LogLine, gone: AbortSignal): Promise<void> {
    if (fault.is === 'halfOpen') return;
    if (fault.is === 'cutRequest') await this.#upstream.askPart(whole, fault.share);
    if (fault.is === 'refuse' || fault.is === 'cutRequest') {
      response.destroy();
      return;
    }
    if (fault.is === 'portal' || fault.is === 'answer') {
      send(response, invented(fault, whole), line);
      return;
    }
    if (fault.is === 'requestTwice') await this.#upstream.ask(whole, gone);
    const answer = this.#inServerTime(whole.path, await this.#upstream.ask(whole, gone));
    if (fault.is === 'loseAnswer' || !this.#isUp) response.destroy();
    else if (fault.is === 'none' || fault.is === 'requestTwice') send(response, answer, line);
    else if (fault.is === 'latency') {
      await pause(fault.ms);
      send(response, answer, line);
    } else if (fault.is === 'change') {
      const { status, text } = fault.change(answer.status, answer.body.toString('utf8'));
      send(response, { ...answer, status, body: Buffer.from(text) }, line);
    } else if (response.socket !== null) await writeBroken(response.socket, answer, fault);
  }

  /** CouchDB tells its clock by the first 14 hex digits of its UUIDs, microseconds, and by `Date`. */
  #inServerTime(path: string, answer: Answer): Answer {
    if (this.serverAheadMs === 0) return answer;
    const date = answer.headers.date === undefined ? undefined : Date.parse(answer.headers.date) + this.serverAheadMs;
    const headers = date === undefined ? answer.headers : { ...answer.headers, date: new Date(date).toUTCString() };
    if (!path.startsWith('/_uuids') || answer.status !== 200) return { ...answer, headers };
    const text = answer.body.toString('utf8').replace(/"([0-9a-f]{14})([0-9a-f]{18})"/g, (_, time: string, rest) => {
      const moved = Number.parseInt(time, 16) + this.serverAheadMs * 1000;
      return `"${moved.toString(16).padStart(14, '0')}${String(rest)}"`;
    });
    return { ...answer, headers, body: Buffer.from(text) };
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer, line: LogLine): void {
  if (response.destroyed) return;
  line.status = status;
  line.answeredMs = Date.now();
  const { connection: _, 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
}

/** An answer that the server never gave: a page gets to read it as it would read the server's own. */
function invented(fault: Extract<Fault, { is: 'portal' | 'answer' }>, { headers }: Whole): Answer {
  if (fault.is === 'answer') {
    const [type, text] = 'page' in fault ? ['text/html', fault.page] : ['application/json', JSON.stringify(fault.json)];
    const own = { ...corsHeaders(headers.origin), 'content-type': type, ...fault.headers };
    return { status: fault.status, headers: own, body: Buffer.from(text) };
  }
  const page = { 'content-type': 'text/html; charset=utf-8' };
  if (!fault.redirects) return { status: 200, headers: page, body: Buffer.from(PORTAL) };
  return { status: 302, headers: { ...page, location: 'http://wifi.example/login' }, body: Buffer.from(PORTAL) };
}

function userOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8').split(':', 1)[0];
}
