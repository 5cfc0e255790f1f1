import { request, type ClientRequest, type IncomingMessage } from 'node:http';

const PIECE_BYTES = 16 * 1024;

/** XMLHttpRequest as far as uploads use it, on Node's own HTTP: it tells when bytes went and when all of them did. */
export class NodeXhr {
  readonly upload: { onprogress?: (event: { readonly loaded: number }) => void; onload?: () => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  #request: ClientRequest | undefined;
  #response: IncomingMessage | undefined;
  #method = 'GET';
  #url = '';
  #isAborted = false;
  readonly #headers: Record<string, string> = {};

  open(method: string, url: string): void {
    [this.#method, this.#url] = [method, url];
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    const value = this.#response?.headers[name];
    return typeof value === 'string' ? value : null;
  }

  send(body: Blob): void {
    this.#exchange(body).catch(() => {
      if (!this.#isAborted) this.onerror?.();
    });
  }

  abort(): void {
    this.#isAborted = true;
    this.#request?.destroy();
  }

  async #exchange(body: Blob): Promise<void> {
    const bytes = Buffer.from(await body.arrayBuffer());
    const headers = { ...this.#headers, 'content-length': String(bytes.length) };
    const sending = request(this.#url, { method: this.#method, headers });
    this.#request = sending;
    const answering = new Promise<IncomingMessage>((resolve, reject) => {
      sending.once('response', resolve).once('error', reject);
    });
    answering.catch(() => undefined); // whoever waits for it below hears it
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      await new Promise<void>((resolve, reject) => {
        sending.write(piece, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
      this.upload.onprogress?.({ loaded: at + piece.length });
    }
    sending.end();
    this.upload.onload?.();
    const response = await answering;
    const parts: Buffer[] = [];
    for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
    this.#response = response;
    this.status = response.statusCode ?? 0;
    this.responseText = Buffer.concat(parts).toString('utf8');
    if (!this.#isAborted) this.onload?.();
  }
}
