import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A request and its answer as they went over the line: `bytes` of both with all their headers, `content` of the path and
 * the bodies alone.
 */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly bytes: number;
  readonly content: number;
};

/** An honest way to a server that counts requests, how many are open at one time, and their bytes; it can lead to another server. */
export class CountingLine {
  readonly url: string;
  /** The most requests, and the most long polls among them, that were open at one time since `noteMost`. */
  most = { open: 0, polls: 0 };
  /** What has gone over it since the list was emptied. */
  readonly exchanges: Exchange[] = [];
  /** Where requests go. */
  target: string;
  readonly #open = new Map<ServerResponse, string>();
  readonly #carried = new WeakMap<object, number>();
  readonly #server: Server;

  private constructor(server: Server, target: string) {
    this.target = target;
    this.#server = server;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  static async to(target: string): Promise<CountingLine> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const line = new CountingLine(server, target);
    server.on('request', (request, response) => {
      line.#note(request.url ?? '/', response);
      const content = { bytes: (request.url ?? '/').length };
      line.#count(request, response, content);
      carry(line.target, request, response, content);
    });
    return line;
  }

  /** The long polls that are open now. */
  get polls(): readonly string[] {
    return [...this.#open.values()].filter((path) => path.includes('feed=longpoll'));
  }

  /** Begins to count anew. */
  noteMost(): void {
    this.most = { open: this.#open.size, polls: this.polls.length };
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.#server.closeAllConnections();
      this.#server.close(() => {
        done();
      });
    });
  }

  /** Requests of one connection follow one another: what it carried since the last one belongs to this one. */
  #count(
    { method = 'GET', url: path = '/', socket }: IncomingMessage,
    response: ServerResponse,
    content: { readonly bytes: number },
  ): void {
    response.on('close', () => {
      const carried = socket.bytesRead + socket.bytesWritten;
      const bytes = carried - (this.#carried.get(socket) ?? 0);
      this.exchanges.push({ method, path, bytes, content: content.bytes });
      this.#carried.set(socket, carried);
    });
  }

  #note(path: string, response: ServerResponse): void {
    this.#open.set(response, path);
    response.on('close', () => this.#open.delete(response));
    const { open, polls } = this.most;
    this.most = { open: Math.max(open, this.#open.size), polls: Math.max(polls, this.polls.length) };
  }
}

function carry(target: string, request: IncomingMessage, response: ServerResponse, content: { bytes: number }): void {
  const note = (chunk: Buffer): void => {
    content.bytes += chunk.length;
  };
  const url = new URL(request.url ?? '/', target);
  const headers = { ...request.headers, host: url.host };
  const onward = ask(url, { method: request.method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('data', note).pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy()); // who asked is gone
  request.on('data', note).pipe(onward);
}
