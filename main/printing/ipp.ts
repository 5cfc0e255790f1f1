import { request } from 'node:http';

import type { JobState } from '#shared/bridge/printing.ts';

/** Where CUPS listens: a socket file or a host. */
export type CupsAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** Tags, operations and states of the Internet Printing Protocol (RFC 8010, RFC 8011). */
const TAG = {
  operation: 0x01,
  end: 0x03,
  enum: 0x23,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
} as const;
const GET_JOB_ATTRIBUTES = 0x0009;
const NOT_FOUND = 0x0406;
const GONE = 0x0407;
const STATES: Readonly<Record<number, JobState['is']>> = {
  3: 'waiting',
  4: 'held',
  5: 'printing',
  6: 'stopped',
  7: 'cancelled',
  8: 'aborted',
  9: 'done',
};
const WANTED = ['job-state', 'job-state-reasons', 'job-printer-state-message'];
const ANSWERS_WITHIN_MS = 10_000;
const PORT = 631;

/** The address that `lpstat -H` names: `/run/cups/cups.sock`, `localhost:631`, `[::1]:631`. */
export function parseAddress(text: string): CupsAddress {
  if (text.startsWith('/')) return { socketPath: text };
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?(?:\/.*)?$/u.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) throw new Error(`no address: ${text}`);
  return { host, port: port === undefined ? PORT : Number(port) };
}

/** Asks for the state of a job; throws when nobody answers in time or what answers is no IPP. */
export async function askJob(address: CupsAddress, job: number): Promise<JobState> {
  return readAnswer(await post(address, jobRequest(job)));
}

/** The body of a Get-Job-Attributes request. */
export function jobRequest(job: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0101, 0); // version 1.1: every CUPS speaks it
  head.writeUInt16BE(GET_JOB_ATTRIBUTES, 2);
  head.writeUInt32BE(1, 4);
  return Buffer.concat([
    head,
    Buffer.from([TAG.operation]),
    attribute(TAG.charset, 'attributes-charset', 'utf-8'),
    attribute(TAG.language, 'attributes-natural-language', 'en'),
    attribute(TAG.uri, 'job-uri', `ipp://localhost/jobs/${String(job)}`),
    ...WANTED.map((name, at) => attribute(TAG.keyword, at === 0 ? 'requested-attributes' : '', name)),
    Buffer.from([TAG.end]),
  ]);
}

/** The state that an answer tells. Throws a `RangeError` when it ends too early, and an `Error` when it is a refusal. */
export function readAnswer(answer: Buffer): JobState {
  const status = answer.readUInt16BE(2);
  if (status === NOT_FOUND || status === GONE) return { is: 'unknown' };
  if (status >= 0x0100) throw new Error(`ipp status 0x${status.toString(16)}`);
  const values = new Map<string, Buffer[]>();
  let name = '';
  for (let at = 8; at < answer.length;) {
    const tag = answer.readUInt8(at);
    at += 1;
    if (tag === TAG.end) break;
    if (tag < 0x10) continue; // a new group of attributes
    const nameEnd = at + 2 + answer.readUInt16BE(at);
    // An attribute without a name is a further value of the one before.
    name = answer.toString('utf8', at + 2, nameEnd) || name;
    const valueEnd = nameEnd + 2 + answer.readUInt16BE(nameEnd);
    values.set(name, [...(values.get(name) ?? []), answer.subarray(nameEnd + 2, valueEnd)]);
    at = valueEnd;
  }
  const is = STATES[values.get('job-state')?.[0]?.readInt32BE(0) ?? 0];
  if (is === undefined) throw new Error('ipp without a job-state');
  const message = values.get('job-printer-state-message')?.[0]?.toString('utf8').trim();
  return message === undefined || message === '' ? { is } : { is, detail: message.slice(0, 200) };
}

function attribute(tag: number, name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([tag]), counted(name), counted(value)]);
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length, 0);
  return Buffer.concat([length, bytes]);
}

function post(address: CupsAddress, body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/ipp', 'Content-Length': body.length };
    const asked = request(
      { ...address, method: 'POST', path: '/jobs', headers, timeout: ANSWERS_WITHIN_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks));
          else reject(new Error(`http ${String(response.statusCode)}`));
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('timeout')));
    asked.on('error', reject);
    asked.end(body);
  });
}
