import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way to the server. */
export type OnTheLine = { readonly method: string; readonly path: string; readonly body: string };

/** What the line does with a request: `pass`; `cut` before the server sees it; `lose` the answer; answer by itself; or change the answer. */
export type Fate =
  | 'pass'
  | 'cut'
  | 'lose'
  | { readonly status: number; readonly json: unknown }
  | { readonly change: (status: number, text: string) => { readonly status: number; readonly text: string } };

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** A line between one device and the server, which can be cut and which can lie. */
export class Line {
  readonly url: string;
  /** What was asked, in order; tests empty it when they like. */
  readonly asked: OnTheLine[] = [];
  /** The most requests, and the most long polls among them, that were open at one time since `noteMost`. */
  most = { open: 0, polls: 0 };
  readonly #openNow = new Set<string>();
  #count = 0;
  #isUp = true;
  #fate: (request: OnTheLine) => Fate = () => 'pass';
  readonly #target: string;
  readonly #server: Server;

  private constructor(target: string, server: Server) {
    this.#target = target;
    this.#server = server;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  static async to(target: string): Promise<Line> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const line = new Line(target, server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on(
        'end',
        () =>
          void line.#carry(
            {
              method: request.method ?? 'GET',
              path: request.url ?? '/',
              headers: request.headers,
              bytes: Buffer.concat(parts),
            },
            response,
          ),
      );
    });
    return line;
  }

  /** The long polls that are open now. */
  get polls(): readonly string[] {
    return [...this.#openNow].filter((path) => path.includes('feed=longpoll'));
  }

  /** Begins to count anew how many requests are open at once. */
  noteMost(): void {
    this.most = { open: this.#openNow.size, polls: this.polls.length };
  }

  #note(path: string, response: ServerResponse): void {
    this.#count += 1;
    const name = `${String(this.#count)} ${path}`;
    this.#openNow.add(name);
    response.on('close', () => this.#openNow.delete(name));
    this.most = {
      open: Math.max(this.most.open, this.#openNow.size),
      polls: Math.max(this.most.polls, this.polls.length),
    };
  }

  down(): void {
    this.#isUp = false;
    this.#server.closeAllConnections();
  }

  up(): void {
    this.#isUp = true;
  }

  /** From now on each request meets this fate; without one the line is honest again. */
  lie(fate: (request: OnTheLine) => Fate = () => 'pass'): void {
    this.#fate = fate;
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.#server.closeAllConnections();
      this.#server.close(() => {
        done();
      });
    });
  }

  async #carry(
    request: { method: string; path: string; headers: IncomingHttpHeaders; bytes: Buffer },
    response: ServerResponse,
  ): Promise<void> {
    const { method, path } = request;
    const seen = { method, path, body: request.bytes.toString('utf8') };
    this.asked.push(seen);
    this.#note(path, response);
    const fate = this.#isUp ? this.#fate(seen) : 'cut';
    if (fate === 'cut') {
      response.destroy();
      return;
    }
    if (typeof fate === 'object' && 'json' in fate) {
      response.writeHead(fate.status, { 'content-type': 'application/json' }).end(JSON.stringify(fate.json));
      return;
    }
    try {
      const answer = await this.#ask(request, response);
      if (fate === 'lose' || !this.#isUp) {
        response.destroy();
        return;
      }
      const changed = fate === 'pass' ? undefined : fate.change(answer.status, answer.body.toString('utf8'));
      const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers;
      response.writeHead(changed?.status ?? answer.status, headers).end(changed?.text ?? answer.body);
    } catch {
      response.destroy();
    }
  }

  #ask(
    {
      method,
      path,
      headers,
      bytes,
    }: {
      method: string;
      path: string;
      headers: IncomingHttpHeaders;
      bytes: Buffer;
    },
    asker: ServerResponse,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const target = new URL(path, this.#target);
      const onward = httpRequest(
        target,
        { method, headers: { ...headers, host: target.host, 'content-length': String(bytes.length) }, agent: false },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) });
          });
          answer.on('error', reject);
        },
      );
      onward.on('error', reject);
      asker.on('close', () => onward.destroy()); // who asked is gone
      onward.end(bytes);
    });
  }
}
