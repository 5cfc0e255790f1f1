import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { PrintRow } from '#renderer/data/tables.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aPrinting } from './aPrinting.ts';
import { aWorker, type TestWorker } from './aWorker.ts';
import type { FakeQueue } from './fakeQueue.ts';
import { aNotice, openCase, registerShop } from './world.ts';

const WITHIN = { timeout: 20_000, interval: 20 };

let hub: Hub;
let queue: FakeQueue;
let chen: TestWorker;

beforeEach(async () => {
  ({ hub, queue, chen } = await aPrinting());
});
afterEach(async () => {
  await chen.close();
  await hub.close();
});

type Issued = { readonly caseId: string; readonly document: string; readonly pdfSha256: string };

async function anIssued(): Promise<Issued> {
  const caseId = await openCase(chen, await registerShop(chen));
  const { document, pdfSha256 } = await chen.do('notice.issue', aNotice(chen, caseId));
  return { caseId, document, pdfSha256 };
}

function itemOf({ caseId, document }: Issued, extra: { copies?: number; pages?: string } = {}) {
  return { source: { is: 'document' as const, caseId, document }, title: '通知书', copies: 1, ...extra };
}

async function order(...items: ReturnType<typeof itemOf>[]): Promise<string> {
  const { jobs } = await chen.do('print.order', { printer: queue.printer, items });
  return jobs[0] ?? '';
}

function stateOf(id: string): Promise<PrintRow | undefined> {
  return chen.ctx.db.prints.get(id);
}

async function isNow(id: string, want: Partial<PrintRow>): Promise<void> {
  await vi.waitFor(async () => expect(await stateOf(id)).toMatchObject(want), WITHIN);
}

async function printsOf({ caseId, document }: Issued, on: TestWorker = chen): Promise<readonly unknown[]> {
  const row = await on.ctx.db.cases.get(caseId);
  return row?.documents.find((known) => known.document === document)?.prints ?? [];
}

describe('the print queue', () => {
  it('prints the issued bytes, and the case knows it, here and elsewhere', async () => {
    const issued = await anIssued();
    const id = await order(itemOf(issued, { copies: 2, pages: '1' }));
    await isNow(id, { state: 'done' });
    expect(queue.paper).toMatchObject([{ copies: 2, pages: '1', sha256: issued.pdfSha256 }]);
    const print = { by: 'chen.wei', job: id, printer: 'Office', copies: 2, pages: '1' };
    expect(await printsOf(issued)).toMatchObject([print]);
    await chen.sync();
    const zhou = await aWorker({ hub, user: 'zhou.min' });
    await zhou.sync();
    expect(await printsOf(issued, zhou)).toMatchObject([print]);
    await zhou.close();
  });

  it('prints a batch in its order, and keeps what waits for a stopped printer until it runs', async () => {
    const issued = [await anIssued(), await anIssued(), await anIssued()] as const;
    queue.state = 'stopped';
    const id = await order(...issued.map((one) => itemOf(one)));
    await isNow(id, { state: 'waiting', reason: { code: 'printer_stopped' } });
    expect(queue.jobs.size).toBe(0);
    queue.start();
    await chen.do('print.retry', { id });
    await vi.waitFor(() => expect(queue.paper).toHaveLength(3), WITHIN);
    expect(queue.paper.map(({ sha256 }) => sha256)).toEqual(issued.map(({ pdfSha256 }) => pdfSha256));
  });

  it('waits in words while the system prints nothing, and goes on', async () => {
    const issued = await anIssued();
    queue.isDown = true;
    const id = await order(itemOf(issued));
    await isNow(id, { state: 'waiting', reason: { code: 'print_system_down' } });
    queue.isDown = false;
    await chen.do('print.retry', { id });
    await isNow(id, { state: 'done' });
    expect(queue.paper).toHaveLength(1);
  });

  it('says that a job failed, and prints it once after a retry', async () => {
    const issued = await anIssued();
    queue.ending = 'aborted';
    const id = await order(itemOf(issued));
    await isNow(id, { state: 'failed', reason: { code: 'print_aborted' } });
    expect(await printsOf(issued)).toEqual([]);
    queue.ending = 'done';
    await chen.do('print.retry', { id });
    await isNow(id, { state: 'done' });
    await chen.do('print.retry', { id });
    await chen.ctx.prints.now();
    expect(queue.paper).toHaveLength(1);
    expect(await printsOf(issued)).toHaveLength(1);
  });

  it('claims nothing of a job that the queue forgot', async () => {
    const issued = await anIssued();
    queue.forgets = true;
    await isNow(await order(itemOf(issued)), { state: 'failed', reason: { code: 'print_lost' } });
    expect(await printsOf(issued)).toEqual([]);
  });

  it('cancels what waits, and what is in the queue unless that was faster', async () => {
    const issued = await anIssued();
    queue.state = 'stopped';
    const waiting = await order(itemOf(issued));
    await isNow(waiting, { state: 'waiting', reason: { code: 'printer_stopped' } });
    await chen.do('print.cancel', { id: waiting });
    await isNow(waiting, { state: 'cancelled' });
    queue.start();
    chen.done = (request) => {
      if (request === 'print.submit') queue.state = 'stopped';
    };
    const inQueue = await order(itemOf(issued));
    await isNow(inQueue, { state: 'printing', reason: { code: 'printer_stopped' } });
    await chen.do('print.cancel', { id: inQueue });
    await isNow(inQueue, { state: 'cancelled' });
    expect(queue.paper).toEqual([]);
    await chen.do('print.clear', {});
    expect(await chen.ctx.db.prints.count()).toBe(0);
  });

  it('tells a job that was taken away at the printer', async () => {
    const issued = await anIssued();
    chen.done = (request) => {
      if (request === 'print.submit') queue.state = 'stopped';
    };
    const id = await order(itemOf(issued));
    await isNow(id, { state: 'printing' });
    for (const job of queue.jobs.values()) job.state = 'cancelled';
    await isNow(id, { state: 'failed', reason: { code: 'cancelled_at_printer' } });
    expect(await printsOf(issued)).toEqual([]);
  });

  it('refuses what must not be printed, as a whole', async () => {
    const [good, voided] = [await anIssued(), await anIssued()];
    await chen.do('number.void', { caseId: voided.caseId, document: voided.document, reason: '写错（示例）' });
    const refused = async (...items: ReturnType<typeof itemOf>[]): Promise<string> => {
      const answer = await chen.send('print.order', { printer: queue.printer, items });
      return answer.ok ? 'taken' : answer.error.code;
    };
    expect(await refused(itemOf(good), itemOf(voided))).toBe('document_voided');
    expect(await refused(itemOf(good, { pages: '1-99' }))).toBe('bad_pages');
    expect(await refused(itemOf({ ...good, document: voided.document }))).toBe('unknown_document');
    expect(await chen.ctx.db.prints.count()).toBe(0);
    await chen.do('session.lock', {});
    expect(await refused(itemOf(good))).toBe('not_signed_in');
  });

  it('leaves the jobs of one person to that person', async () => {
    const issued = await anIssued();
    queue.state = 'stopped';
    const id = await order(itemOf(issued));
    await isNow(id, { state: 'waiting', reason: { code: 'printer_stopped' } });
    await chen.unlock('lin.fang');
    queue.start();
    await chen.ctx.prints.now();
    expect(await chen.send('print.cancel', { id })).toMatchObject({ ok: false, error: { code: 'other_printer' } });
    expect(queue.paper).toEqual([]);
    await chen.unlock('chen.wei');
    await isNow(id, { state: 'done' });
  });
});

describe('a crash', () => {
  /** The power goes at the moment that `chen.done` names; then the device starts again and its officer unlocks it. */
  async function withCrash(issued: Issued, is: (request: string, input: unknown) => boolean): Promise<string> {
    let cut: () => void = () => undefined;
    const wasCut = new Promise<void>((done) => {
      cut = done;
    });
    chen.done = (request, input) => {
      if (!is(request, input)) return;
      chen.done = () => undefined;
      chen.pullPlug();
      cut();
    };
    const id = await order(itemOf(issued));
    await wasCut;
    await chen.crash();
    await chen.reopen();
    await chen.unlock('chen.wei');
    return id;
  }

  it.each(['print.printers', 'print.submit', 'print.release', 'print.job'])(
    'right after %s prints once and is told once',
    async (moment) => {
      const issued = await anIssued();
      const id = await withCrash(issued, (request) => request === moment);
      await isNow(id, { state: 'done' });
      expect(queue.paper).toHaveLength(1);
      expect(await printsOf(issued)).toHaveLength(1);
    },
  );

  it('between the record and the note of it is told once', async () => {
    const issued = await anIssued();
    const id = await withCrash(
      issued,
      (request, input) => request === 'journal.append' && JSON.stringify(input).includes('document.printed'),
    );
    await isNow(id, { state: 'done' });
    expect(await printsOf(issued)).toHaveLength(1);
    expect(queue.paper).toHaveLength(1);
  });
});
