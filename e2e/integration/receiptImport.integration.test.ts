import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { importReceipts, type ImportReport } from '#renderer/screens/cases/money/import/importReceipts.ts';
import { matchReceipts, type ImportLine } from '#renderer/screens/cases/money/import/matchReceipts.ts';
import { receiptRows } from '#renderer/screens/cases/money/import/receiptTable.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { importPhotos } from './photoWork.ts';
import { aHub, aShop } from './world.ts';

let hub: Hub;
let chen: TestWorker;
let caseId: string;
let number: string;

/** A fine of a hundred yuan on the spot, handed over. */
beforeEach(async () => {
  hub = await aHub();
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await chen.sync();
  const photos = [...(await importPhotos(chen, [30_000]))];
  const { siteId } = await chen.do('site.register', aShop());
  const second = chen.second('lin.fang');
  const party = {
    kind: 'legal_person' as const,
    name: '示例商贸有限公司',
    representative: '示例经营者',
    address: '示例路 1 号',
  };
  const file = { party, source: 'patrol' as const, siteId, matter: 'MQ-14', facts: '门前堆放物料（示例）', photos };
  const decision = { told: { objection: 'none' as const }, penalty: { warning: false, fineFen: 100_00 } };
  const decided = await chen.do('spot.decide', { ...file, ...decision, second });
  ({ caseId, number = '' } = decided);
  const data = { mode: 'direct', receiver: '示例经营者', relation: '本人', place: '示例路 1 号', photos: [] };
  await chen.do('act.take', { caseId, act: 'document.served:D21', data, anyway: false, second });
}, 60_000);
afterEach(async () => {
  await chen.close();
  await hub.close();
});

async function preview(...rows: readonly string[]): Promise<readonly ImportLine[]> {
  const text = ['决定书文号,缴款日期,金额,票据号', ...rows].join('\r\n');
  const table = receiptRows(new TextEncoder().encode(text));
  if (!table.ok) throw new Error(table.error.code);
  const nowMs = chen.ctx.clock.nowMs();
  const importer = { by: 'chen.wei', role: 'hsg/officer', org: 'hsg', nowMs };
  return matchReceipts(table.value, await chen.ctx.db.cases.toArray(), importer);
}

async function imported(lines: readonly ImportLine[]): Promise<ImportReport> {
  return importReceipts(lines, (input) => chen.send('act.take', input));
}

describe('receipts of a table', () => {
  it('become the payments of their case, by the guard of the data worker, and none twice', async () => {
    const on = chinaDateOf(chen.ctx.clock.nowMs());
    const file = [`${number},${on},60.00,示例0001`, `${number},${on},40,示例0002`, `示例号,${on},1,示例0003`];
    const before = await preview(...file);
    expect(before.map(({ is }) => is)).toEqual(['good', 'good', 'bad']);
    expect(await imported(before)).toMatchObject({ written: [{ caseId }, { caseId }], refused: [] });
    const row = await chen.ctx.db.cases.get(caseId);
    expect(row?.file?.payments).toMatchObject([
      { amountFen: 60_00, receipt: '示例0001', way: 'bank', on, by: 'chen.wei' },
      { amountFen: 40_00, receipt: '示例0002', way: 'bank', on, by: 'chen.wei' },
    ]);
    expect(row?.timeline.slice(-2).map(({ type, verdict }) => [type, verdict.is])).toEqual([
      ['payment.entered', 'applied'],
      ['payment.entered', 'applied'],
    ]);

    // The preview of the same file says so, and the worker refuses what an old preview would enter again.
    const codes = (await preview(...file)).map((line) => (line.is === 'bad' ? line.problem.code : line.is));
    expect(codes).toEqual(['receipt_used', 'receipt_used', 'unknown_number']);
    const again = await imported(before);
    expect(again.written).toEqual([]);
    expect(again.refused.map(({ error }) => error.code)).toEqual(['receipt_used', 'receipt_used']);
    expect((await chen.ctx.db.cases.get(caseId))?.file?.paidFen).toBe(100_00);
  });
});
