import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { cancelJob, findJob, lpArguments, releaseJob, submitHeld } from './queue.ts';
import { fakeTools } from './testing/fakeTool.ts';

const ORDER = { printer: 'Office', title: '通知书; rm -rf $HOME', copies: 2, pages: '1-2,4', bytes: Buffer.alloc(1) };
const failed = (code: string, detail?: string): unknown => ({
  ok: false,
  error: { code, ...(detail === undefined ? {} : { detail }) },
});

describe('lpArguments', () => {
  it('says printer, copies, pages and title, each as an argument of its own, and holds the job', () => {
    const args = ['-d', 'Office', '-H', 'hold', '-n', '2', '-P', '1-2,4', '-t', ORDER.title];
    expect(lpArguments(ORDER)).toEqual([...args, '-o', 'media=A4', '-o', 'collate=true']);
    expect(lpArguments({ ...ORDER, pages: undefined })).not.toContain('-P');
    const strip = lpArguments({ ...ORDER, media: 'Custom.80x512mm' });
    expect(strip).toEqual([...args, '-o', 'media=Custom.80x512mm', '-o', 'print-scaling=none', '-o', 'collate=true']);
  });
});

describe.skipIf(process.platform === 'win32')('submitHeld', () => {
  it('hands over every byte and answers the name of the job; no shell sees the title', async () => {
    const tools = await fakeTools({
      lp: 'cat > "$0.pdf"; printf "%s|" "$@" > "$0.args"; echo "request id is Office-17 (0 file(s))"',
    });
    const bytes = Buffer.alloc(300_000, 'pdf');
    expect(await submitHeld({ ...ORDER, bytes }, tools)).toEqual({ ok: true, value: 'Office-17' });
    expect((await readFile(`${tools.lp}.pdf`)).equals(bytes)).toBe(true);
    expect(await readFile(`${tools.lp}.args`, 'utf8')).toContain(`|-t|${ORDER.title}|`);
  });

  it('says why nothing was printed, in a code and in the words of CUPS', async () => {
    const says = async (words: string, running = 'scheduler is running'): Promise<unknown> =>
      submitHeld(ORDER, await fakeTools({ lp: `echo '${words}' >&2; exit 1`, lpstat: `echo '${running}'` }));
    const missing = 'lp: Error - The printer or class does not exist.';
    expect(await says(missing)).toEqual(failed('printer_unknown', missing));
    expect(await says(missing, 'scheduler is not running')).toEqual(failed('print_system_down', missing));
    const rejecting = 'lp: Destination "Office" is not accepting jobs.';
    expect(await says(rejecting)).toEqual(failed('printer_rejecting', rejecting));
    expect(await says('lp: Bad Request')).toEqual(failed('print_failed', 'lp: Bad Request'));
    expect(await submitHeld(ORDER, { lp: '/no/such/lp', lpstat: '', cancel: '' })).toEqual(failed('no_print_system'));
  });

  it('is refused when no job is named', async () => {
    expect(await submitHeld(ORDER, await fakeTools({ lp: 'echo hello' }))).toEqual(failed('print_failed', 'hello\n'));
  });
});

describe.skipIf(process.platform === 'win32')('a job of the queue', () => {
  it('is released and cancelled by its name', async () => {
    const tools = await fakeTools({ lp: 'printf "%s|" "$@" > "$0.args"', cancel: 'printf "%s|" "$@" > "$0.args"' });
    expect(await releaseJob('Office-17', tools)).toEqual({ ok: true, value: undefined });
    expect(await readFile(`${tools.lp}.args`, 'utf8')).toBe('-i|Office-17|-H|resume|');
    expect(await cancelJob('Office-17', tools)).toEqual({ ok: true, value: undefined });
    expect(await readFile(`${tools.cancel}.args`, 'utf8')).toBe('Office-17|');
  });
});

describe.skipIf(process.platform === 'win32')('findJob', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** A printer service that answers every request with these bytes. */
  async function answering(bytes: Buffer, status = 200): Promise<{ readonly tools: string; readonly asked: Buffer[] }> {
    const asked: Buffer[] = [];
    server = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => asked.push(chunk));
      request.on('end', () => response.writeHead(status).end(bytes));
    });
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    return { tools: `echo 127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
  }

  it('asks where lpstat would ask, for the number of the job', async () => {
    const { tools, asked } = await answering(anAnswer(9, 'job-completed-successfully', 'ready'));
    expect(await findJob('Office-2-17', await fakeTools({ lpstat: tools }))).toEqual({
      ok: true,
      value: { is: 'done', detail: 'ready' },
    });
    const body = Buffer.concat(asked).toString('latin1');
    expect(body).toContain('ipp://localhost/jobs/17');
    expect(body).toContain('job-state');
  });

  it('tells what was printed from what was cancelled, held, stopped or given up', async () => {
    const states = { 3: 'waiting', 4: 'held', 5: 'printing', 6: 'stopped', 7: 'cancelled', 8: 'aborted' };
    for (const [state, is] of Object.entries(states)) {
      const { tools } = await answering(anAnswer(Number(state), 'none', ''));
      const found = await findJob('Office-1', await fakeTools({ lpstat: tools }));
      expect(found).toEqual({ ok: true, value: { is } });
      server?.close();
    }
  });

  it('knows a job that the queue has forgotten, and is refused when nobody answers properly', async () => {
    const gone = await answering(Buffer.from([1, 1, 0x04, 0x06, 0, 0, 0, 1, 3]));
    expect(await findJob('Office-1', await fakeTools({ lpstat: gone.tools }))).toEqual({
      ok: true,
      value: { is: 'unknown' },
    });
    server?.close();
    for (const [bytes, status] of [
      [Buffer.from('hello'), 200],
      [Buffer.from([1, 1, 0x04, 0x03, 0, 0, 0, 1, 3]), 200],
      [Buffer.alloc(0), 500],
      [anAnswer(9, 'none', '').subarray(0, 30), 200],
    ] as const) {
      const odd = await answering(bytes, status);
      const found = await findJob('Office-1', await fakeTools({ lpstat: odd.tools }));
      expect(found).toMatchObject({ ok: false, error: { code: 'print_system_down' } });
      server?.close();
    }
    const nowhere = await findJob('Office-1', await fakeTools({ lpstat: 'echo /no/such.sock' }));
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'print_system_down' } });
  });
});

/** What CUPS answers to Get-Job-Attributes: a state, its reasons in two values, and the printer's words. */
function anAnswer(state: number, reason: string, words: string): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
  };
  const value = (tag: number, name: string, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([tag]), text(name), Buffer.from([0, bytes.length]), bytes]);
  return Buffer.concat([
    Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 0x01]),
    value(0x47, 'attributes-charset', Buffer.from('utf-8')),
    Buffer.from([0x02]),
    value(0x23, 'job-state', Buffer.from([0, 0, 0, state])),
    value(0x44, 'job-state-reasons', Buffer.from(reason)),
    value(0x44, '', Buffer.from('another')),
    value(0x41, 'job-printer-state-message', Buffer.from(words)),
    Buffer.from([0x03]),
  ]);
}
