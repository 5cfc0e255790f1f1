import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import type { Answer, Fault } from './fault.ts';

/** The faults that happen to the bytes of an answer on their way to the client. */
export type WireFault = Extract<
  Fault,
  { readonly is: 'cutAnswer' | 'truncate' | 'answerTwice' | 'wrongLength' | 'dribble' }
>;

/** Writes an answer to the client's socket byte by byte as the fault has it, and ends the connection. */
export async function writeBroken(socket: Socket, answer: Answer, fault: WireFault): Promise<void> {
  const body = fault.is === 'truncate' ? part(answer.body, fault.share) : answer.body;
  const length = Math.max(0, body.length + (fault.is === 'wrongLength' ? fault.by : 0));
  const head = headOf(answer, length);
  if (fault.is === 'cutAnswer') {
    const bytes = fault.part === 'head' ? part(head, fault.share) : Buffer.concat([head, part(body, fault.share)]);
    await write(socket, bytes);
    if (fault.reset) socket.resetAndDestroy();
    else socket.end();
    return;
  }
  const bytes = Buffer.concat([head, body]);
  if (fault.is === 'dribble') await dribble(socket, bytes, fault.pieces, fault.everyMs);
  else await write(socket, fault.is === 'answerTwice' ? Buffer.concat([bytes, bytes]) : bytes);
  socket.end();
}

function headOf({ status, headers }: Answer, length: number): Buffer {
  const { connection: _, 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = headers;
  const lines = Object.entries(kept).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one) => `${name}: ${one}`),
  );
  return Buffer.from(
    [`HTTP/1.1 ${String(status)} ${String(status)}`, ...lines, `content-length: ${String(length)}`, '', ''].join(
      '\r\n',
    ),
    'latin1',
  );
}

async function dribble(socket: Socket, bytes: Buffer, pieces: number, everyMs: number): Promise<void> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    await write(socket, bytes.subarray(at, at + size));
    await pause(everyMs);
  }
}

function part(bytes: Buffer, share: number): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

/** Resolves when the bytes are with the system; a client that is gone takes nothing more. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((done) => {
    if (socket.destroyed) {
      done();
      return;
    }
    socket.write(bytes, () => {
      done();
    });
  });
}
