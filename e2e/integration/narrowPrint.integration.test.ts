import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { looseJob } from '#renderer/data/commands/looseSources.ts';
import { readPublication } from '#renderer/data/devices/publication.ts';
import type { CommandInput } from '#renderer/data/protocol.ts';
import { RENDERER_VERSION } from '#renderer/data/rendering/rendererVersion.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import { recordText } from '#shared/documents/recordInCode.ts';
import { verifyCode } from '#shared/documents/verifyCode.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { usePrinting } from '../faults/flips/realPrinting.ts';

import { aPrinting } from './aPrinting.ts';
import type { TestWorker } from './aWorker.ts';
import type { FakeQueue } from './fakeQueue.ts';
import { aNotice, anInspection, openCase, registerShop } from './world.ts';

const WITHIN = { timeout: 20_000, interval: 20 };

let hub: Hub;
let queue: FakeQueue;
let chen: TestWorker;

beforeEach(async () => {
  ({ hub, queue, chen } = await aPrinting());
  usePrinting();
});
afterEach(async () => {
  await chen.close();
  await hub.close();
});

type Item = CommandInput<'print.order'>['items'][number];

async function order(item: Omit<Item, 'title' | 'copies'>): Promise<string> {
  const items = [{ ...item, title: '通知书', copies: 1 }];
  const { jobs } = await chen.do('print.order', { printer: queue.printer, items });
  return jobs[0] ?? '';
}

it('prints a notice on small paper from its frozen words, and the case knows on which', async () => {
  const caseId = await openCase(chen, await registerShop(chen));
  const { document, pdfSha256 } = await chen.do('notice.issue', aNotice(chen, caseId));
  const source = { is: 'document', caseId, document } as const;
  const ids = [await order({ source, medium: 'roll80' }), await order({ source, medium: 'A5', pages: '1' })];
  await vi.waitFor(async () => {
    const rows = await chen.ctx.db.prints.bulkGet(ids);
    expect(rows).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  }, WITHIN);

  const strip = expect.stringMatching(/^Custom\.80x\d{3}mm$/) as string;
  expect(queue.paper).toMatchObject([{ media: strip }, { media: 'A5', pages: '1' }]);
  expect(queue.paper.map(({ sha256 }) => sha256)).not.toContain(pdfSha256);
  const row = await chen.ctx.db.cases.get(caseId);
  const narrow = (medium: string): object => ({ narrow: { medium, renderer: RENDERER_VERSION } });
  expect(row?.documents[0]?.prints).toMatchObject([narrow('roll80'), narrow('A5')]);
  const seen = await chen.do('print.preview', { caseId, document, medium: 'roll80' });
  expect(queue.paper[0]?.sha256).toBe(sha256Hex(new Uint8Array(await seen.pdf.arrayBuffer())));
});

/** An inspection with one failed item that asks for no photo. */
async function failedInspection(): Promise<string> {
  const content = anInspection(chen, await registerShop(chen));
  const checklist = findChecklist(chen.ctx.catalogue, content.checklist);
  const items = checklist?.sections.flatMap((section) => section.items) ?? [];
  const failed = items.find((item) => item.kind === 'check' && !item.photoRequiredWhenFailed)?.code;
  const answers = content.answers.map((one) =>
    one.item === failed ? { ...one, answer: 'fail' as const, severity: 'normal' as const, note: '门前有污水' } : one,
  );
  const { id: draft } = await chen.do('draft.newId', {});
  return (await chen.do('inspection.submit', { draft, content: { ...content, answers }, photos: [] })).inspectionId;
}

it('prints 整改告知单 of an inspection on small paper, with a code of this device that names the inspection', async () => {
  const inspection = await failedInspection();
  const paper = { kind: 'D38', stream: `inspection:${inspection}` } as const;
  const id = await order({ source: { is: 'loose', ...paper }, medium: 'roll80' });
  await vi.waitFor(async () => {
    expect((await chen.ctx.db.prints.get(id))?.state).toBe('done');
  }, WITHIN);
  expect(queue.paper).toMatchObject([{ media: expect.stringMatching(/^Custom\.80x\d{3}mm$/) as string }]);
  const seen = await chen.do('print.preview', { ...paper, medium: 'roll80' });
  expect(queue.paper[0]?.sha256).toBe(sha256Hex(new Uint8Array(await seen.pdf.arrayBuffer())));

  const job = await looseJob(chen.ctx, paper);
  const keys = await readPublication(chen.ctx.db, chen.ctx.clock.nowIso());
  const verdict = verifyCode(job.ok ? (job.value.code ?? '') : '', keys);
  expect(verdict).toMatchObject({ is: 'genuine', content: { kind: 'D38', number: recordText(inspection) } });
  const agreement = { kind: 'D37', stream: paper.stream, medium: 'A5' } as const;
  expect(await chen.send('print.preview', agreement)).toMatchObject({ error: { code: 'no_narrow_layout' } });
});

it('refuses small paper for what has no layout for it', async () => {
  const caseId = await openCase(chen, await registerShop(chen));
  const [found] = await chen.ctx.db.events.where('id').startsWith(`case:${caseId}`).primaryKeys();
  const source = { is: 'paper', caseId, kind: 'D08', event: found ?? '' } as const;
  const items = [{ source, title: '记录', copies: 1, medium: 'A5' as const }];
  const answer = await chen.send('print.order', { printer: queue.printer, items });
  expect(answer).toMatchObject({ ok: false, error: { code: 'no_narrow_layout' } });
});
