import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

import type { Answer } from './fault.ts';

/** A request with all its bytes. */
export type Whole = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
};

/** The server's side of the proxy. */
export class Upstream {
  readonly #base: URL;
  readonly #agent: HttpAgent;

  constructor(target: string) {
    this.#base = new URL(target);
    this.#agent =
      this.#base.protocol === 'https:' ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  }

  /** The whole answer; rejects when the server gives none, and gives up when `gone` is aborted. */
  ask(whole: Whole, gone: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onward = this.#open(whole);
      const stop = (): void => void onward.destroy(new Error('the client is gone'));
      gone.addEventListener('abort', stop, { once: true });
      onward.on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          gone.removeEventListener('abort', stop);
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) });
        });
        answer.on('error', reject);
      });
      onward.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a kept connection while we took it up: it has not seen this request.
        if (onward.reusedSocket && error.code === 'ECONNRESET' && !gone.aborted)
          this.ask(whole, gone).then(resolve, reject);
        else reject(error);
      });
      onward.end(whole.bytes);
    });
  }

  /** Sends the head and a share of the body and then ends the connection. */
  async askPart(whole: Whole, share: number): Promise<void> {
    const onward = this.#open(whole);
    const ended = new Promise<void>((done) => {
      onward.once('close', done);
      onward.on('error', () => undefined); // it ends by our own hand
    });
    const bytes = whole.bytes.subarray(0, Math.floor(whole.bytes.length * share));
    onward.flushHeaders();
    if (bytes.length > 0)
      await new Promise<void>((done) =>
        onward.write(bytes, () => {
          done();
        }),
      );
    onward.destroy();
    await ended;
  }

  close(): void {
    this.#agent.destroy();
  }

  #open({ method, path, headers, bytes }: Whole): ClientRequest {
    const { 'accept-encoding': _encoding, 'transfer-encoding': _transfer, connection: _, ...kept } = headers;
    const url = new URL(this.#base.pathname.replace(/\/$/, '') + path, this.#base);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = { ...kept, host: url.host, 'content-length': String(bytes.length) };
    return request(url, { method, headers: sent, agent: this.#agent });
  }
}
