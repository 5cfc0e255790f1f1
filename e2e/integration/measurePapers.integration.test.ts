import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { eventsOf } from '#renderer/data/projections/project.ts';
import { areFontsEmbedded, rendererHere, textIn } from '#renderer/data/rendering/testing/node.ts';
import { parseSheetModel, type SheetModel } from '#shared/documents/sheetModel.ts';
import type { EventData } from '#shared/events/registry.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { importPhotos } from './photoWork.ts';
import { aHub, aShop } from './world.ts';

const OFFICERS = [
  { user: 'chen.wei', name: '陈伟（示例）', certificate: '示例420202001' },
  { user: 'lin.fang', name: '林芳（示例）', certificate: '示例420202002' },
];
const PLACE = '黄石大道1号（示例）';
const THINGS = [
  { name: '水泥', spec: '50千克／袋', quantity: '12袋', state: '完好' },
  { name: '手推车', quantity: '1辆' },
];

const render = rendererHere();

let hub: Hub;
let chen: TestWorker;
let zhou: TestWorker;
let ju: TestWorker;
let photo: string;

beforeEach(async () => {
  hub = await aHub();
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  zhou = await aWorker({ hub, user: 'zhou.min' });
  ju = await aWorker({ hub, user: 'ju.an' });
  await chen.sync();
  [photo = ''] = await importPhotos(chen, [30_000]);
}, 60_000);
afterEach(async () => {
  await Promise.all([chen, zhou, ju].map((worker) => worker.close()));
  await hub.close();
});

/** Takes an act, known to and told to everybody. */
async function act(worker: TestWorker, caseId: string, name: string, data: Record<string, unknown>): Promise<string> {
  await worker.sync();
  const second = worker === chen ? { second: chen.second('lin.fang') } : {};
  const { number = '' } = await worker.do('act.take', { caseId, act: name, data, anyway: false, ...second });
  await worker.sync();
  return number;
}

async function refusalOf(caseId: string, name: string, data: Record<string, unknown>): Promise<string | undefined> {
  const second = chen.second('lin.fang');
  const answer = await chen.send('act.take', { caseId, act: name, data, anyway: false, second });
  return answer.ok ? undefined : answer.error.code;
}

async function opened(procedure: 'ordinary' | 'structure', matter: string): Promise<string> {
  const { siteId } = await chen.do('site.register', aShop());
  const facts = '门前堆放建材（示例）';
  const file = { procedure, source: 'patrol' as const, siteId, matter, facts, photos: [photo] };
  const { caseId } = await chen.do('file.open', { ...file, second: chen.second('lin.fang') });
  await chen.sync();
  return caseId;
}

/** A document by its number: the printed model that the case holds, and what another program reads once it is drawn. */
async function paperOf(caseId: string, number: string): Promise<{ readonly model: SheetModel; readonly read: string }> {
  const { db } = chen.ctx;
  const issued = (await eventsOf(db, `case:${caseId}`)).map(({ event }) => event).filter(isIssued);
  const data = issued.find((event) => event.data.number === number)?.data;
  const model = parseSheetModel(data?.model);
  if (model === undefined) throw new Error(`no ${number}`);
  const { pdf } = await render({ model, code: data?.code });
  const file = join(chen.folder, 'paper.pdf');
  writeFileSync(file, pdf);
  expect(areFontsEmbedded(file)).toBe(true);
  return { model, read: textIn(file) };
}

type Issued = { readonly type: 'document.issued'; readonly data: EventData<'document.issued'> };

function isIssued<T extends { readonly type: string }>(event: T): event is T & Issued {
  return event.type === 'document.issued';
}

/** The words stand on the paper in this order. */
function expectInOrder(read: string, words: readonly string[]): void {
  const places = words.map((word) => read.indexOf(word));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
}

describe('papers of measures, by commands of the data worker', () => {
  it('registers evidence with a notice and a list, and tells what became of it', async () => {
    const caseId = await opened('ordinary', 'MQ-04');
    await act(zhou, caseId, 'case.assigned', { officers: OFFICERS });
    await act(ju, caseId, 'case.filed', { matter: 'MQ-04', graveHarm: false, text: '同意立案（示例）' });
    await chen.sync();
    expect(await refusalOf(caseId, 'document.issued:D09', { text: '就地保存' })).toBe('no_measure_for_paper');
    await act(ju, caseId, 'case.approved:measure', { text: '同意（示例）' });
    const taken = { place: PLACE, items: THINGS, reason: '正在转移（示例）', urgent: false, photos: [] };
    await act(chen, caseId, 'measure.taken:register', taken);
    const { model: notice, read } = await paperOf(
      caseId,
      await act(chen, caseId, 'document.issued:D09', { text: '就地保存' }),
    );
    expectInOrder(read, [
      '先行登记保存证据通知书',
      notice.number,
      '当事人',
      '依据和期限',
      '证据清单',
      '水泥',
      '手推车',
      '签收',
    ]);
    expect(notice).toMatchObject({ kind: 'D09', template: 'D09.1', draft: false });
    expect(notice.list?.rows).toEqual([
      ['1', '水泥', '50千克／袋', '12袋', '完好', '／'],
      ['2', '手推车', '／', '1辆', '／', '／'],
    ]);
    expect(await refusalOf(caseId, 'document.issued:D09', { text: '就地保存' })).toBe('no_measure_for_paper');
    const id = (await chen.ctx.db.cases.get(caseId))?.file?.measures[0]?.id;
    await act(chen, caseId, 'measure.ended', { id, result: 'returned', text: '全部退还（示例）' });
    const { model: handled } = await paperOf(
      caseId,
      await act(chen, caseId, 'document.issued:D10', { text: '不再需要保存' }),
    );
    expect(JSON.stringify(handled.sections)).toContain(notice.number);
    const documents = (await chen.ctx.db.cases.get(caseId))?.documents ?? [];
    expect(documents.map(({ kind, measure, pages }) => [kind, measure, (pages ?? 0) > 0])).toEqual([
      ['D09', id, true],
      ['D10', id, true],
    ]);
  }, 120_000);

  it('seals a building site with a decision and a list, and releases it with another one', async () => {
    const caseId = await opened('structure', 'WJ-01');
    await act(chen, caseId, 'document.issued:D06', { text: '停止建设（示例）' });
    const served = { mode: 'direct', receiver: '示例经营者', relation: '本人', place: PLACE, photos: [] };
    await act(chen, caseId, 'document.served:D06', served);
    const order = { government: '示例人民政府', reference: '示例政函1号', on: '2024-03-04' };
    await act(chen, caseId, 'government.ordered:site_seal', order);
    const items = [{ name: '施工现场', quantity: '1处' }];
    const taken = { place: PLACE, items, reason: '不停止建设（示例）', urgent: false, photos: [] };
    await act(chen, caseId, 'measure.taken:site_seal', taken);
    const { model: sealed, read } = await paperOf(
      caseId,
      await act(chen, caseId, 'document.issued:D11', { text: '现场封存' }),
    );
    expectInOrder(read, [
      '查封（扣押）决定书',
      sealed.number,
      '理由和依据',
      '救济途径',
      '施工现场',
      '（印章）',
      '签收',
    ]);
    const text = JSON.stringify(sealed.sections);
    for (const words of ['城乡规划法》第六十八条', '六十日内', '予以查封']) expect(text).toContain(words);
    expect(sealed.list?.rows).toEqual([['1', '施工现场', '／', '1处', '／', '／']]);
    expect(await refusalOf(caseId, 'document.issued:D12', { text: '不再需要' })).toBe('no_measure_for_paper');
    const id = (await chen.ctx.db.cases.get(caseId))?.file?.measures[0]?.id;
    await act(chen, caseId, 'measure.ended', { id, result: 'returned', text: '已启封（示例）' });
    const { model: released } = await paperOf(
      caseId,
      await act(chen, caseId, 'document.issued:D12', { text: '已停止建设' }),
    );
    expect(JSON.stringify(released.sections)).toContain(`（${sealed.number}）`);
  }, 120_000);
});
