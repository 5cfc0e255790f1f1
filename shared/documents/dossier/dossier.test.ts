import { describe, expect, it } from 'vitest';

import { aSha } from '../../testing/builders.ts';
import { formModelField, type FormModel } from '../formModel.ts';
import { PAPER_KINDS } from '../papers/kinds.ts';
import { ANNOUNCED, ANNOUNCED_SCRIPT, aTold, CASH, CASH_SCRIPT } from '../testing/aFullFile.ts';
import { DOCUMENT_TITLES } from '../titles.ts';

import { placed } from './binding.ts';
import { closingOf } from './closingSheet.ts';
import { contentsOf } from './contentsSheet.ts';
import { coverOf } from './cover.ts';
import { hasPlace, inDossierOrder } from './order.ts';
import { piecesOf } from './pieces.ts';
import { aBinding } from './testing/aBinding.ts';
import { aFrozenFile } from './testing/aDossier.ts';

const { state, events } = aFrozenFile();
const { pieces, unprinted } = piecesOf(state, events);

function gridRows(model: FormModel): readonly (readonly string[])[] {
  return model.blocks.flatMap((block) => (block.is === 'grid' ? block.rows : []));
}

function valueIn(model: FormModel, label: string): string | undefined {
  return model.blocks.flatMap((block) => (block.is === 'rows' ? block.rows : [])).find((one) => one.label === label)
    ?.value;
}

describe('the order of a file', () => {
  it('by the norm: filing, decision, notice, each with its proof of service, minutes, photos; then what stays inside', () => {
    expect(inDossierOrder(pieces, 'norm').map(({ kind }) => kind)).toEqual([
      ...['D13', 'D22', 'D30', 'D17', 'D30', 'D02', 'D05', 'D20', 'D08', 'D03', 'D33B'],
      ...['D01', 'D14', 'D15', 'D16', 'D35'],
    ]);
    const proofs = inDossierOrder(pieces, 'norm').filter(({ kind }) => kind === 'D30');
    expect(proofs.map(({ serves }) => serves?.kind)).toEqual(['D22', 'D17']);
  });

  it('by time: as it came about', () => {
    const records = inDossierOrder(pieces, 'time').map(({ record }) => record);
    expect(records).toEqual([...records].sort((one, other) => one - other));
    expect(new Set(inDossierOrder(pieces, 'time'))).toEqual(new Set(pieces));
  });

  it('has a place for every kind that the app makes', () => {
    const papers = PAPER_KINDS.filter((kind) => kind !== 'D30'); // it goes with what was served
    for (const kind of [...Object.keys(DOCUMENT_TITLES), ...papers])
      expect([kind, hasPlace(kind)]).toEqual([kind, true]);
  });

  it('puts scans to the paper that was signed, and no announcement that nobody made', () => {
    const receipt = pieces.find(({ kind }) => kind === 'D30');
    const scans = [{ paper: 'D30', of: receipt?.event ?? '', photos: [aSha(7), aSha(8)] }];
    const scanned = piecesOf({ ...state, scans }, events).pieces;
    expect(scanned.flatMap(({ kind, scans: count }) => (count === undefined ? [] : [[kind, count]]))).toEqual([
      ['D30', 2],
    ]);
    const unserved = state.documents.map(({ served: _served, ...document }) => document);
    expect(piecesOf({ ...state, documents: unserved }, events).pieces.map(({ kind }) => kind)).not.toContain('D31A');
    const told = aTold(ANNOUNCED_SCRIPT, ANNOUNCED);
    const announced = piecesOf(told.state, told.events).pieces.find(({ kind }) => kind === 'D31A');
    expect(announced?.serves?.kind).toBe('D17');
  });

  it('leaves out what was voided, and tells what was never printed by the app', () => {
    expect(unprinted).toEqual([]);
    const spot = aTold(CASH_SCRIPT, CASH);
    const other = piecesOf(spot.state, spot.events);
    expect(other.unprinted.map(({ title }) => title)).toEqual(['当场行政处罚决定书']);
    const voided = state.documents.map((document) => ({ ...document, voided: '写错' }));
    const left = piecesOf({ ...state, documents: voided }, events);
    expect(left.pieces.filter(({ is }) => is === 'document')).toEqual([]);
    expect(left.unprinted).toEqual([]);
  });
});

describe('the sheets around the pieces', () => {
  const binding = aBinding('norm');
  const [cover, contents, closing] = [coverOf(binding), contentsOf(binding), closingOf(binding)];

  it.each([cover, contents, closing])('$title can be read back', (model) => {
    expect(formModelField.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });

  it('the cover says whose case it is, its decision, dates, how long it is kept, and how much it holds', () => {
    expect(valueIn(cover, '案件名称')).toBe(state.title);
    expect(valueIn(cover, '决定文号')).toContain('D22');
    expect(valueIn(cover, '立案日期')).toMatch(/^2024年3月\d+日$/);
    expect(valueIn(cover, '保管期限')).toBe('30年');
    expect(valueIn(cover, '卷内件数')).toBe(`${String(pieces.length)}件`);
    expect(valueIn(cover, '卷内页数')).toBe(`${String(2 * pieces.length)}页`);
  });

  it('a case that was laid down as important is kept for good', () => {
    const grave = aBinding('norm', { 'case.archived': { retention: 'permanent' } });
    expect(valueIn(coverOf(grave), '保管期限')).toBe('永久');
  });

  it('the contents count the pages through, without a gap', () => {
    const rows = gridRows(contents);
    expect(rows.map(([serial]) => Number(serial))).toEqual(pieces.map((_, index) => index + 1));
    expect(rows.map((row) => row[5])).toEqual(pieces.map((_, at) => `${String(2 * at + 1)}-${String(2 * at + 2)}`));
    expect(rows.find(([, , , title]) => title === '行政处罚决定书')?.[1]).toBe('示例D22〔2024〕2号');
    expect(rows.every(([, , org]) => org === '黄石港区城市管理执法局（示例）')).toBe(true);
    const single = placed(pieces, 'time', () => 1);
    expect(gridRows(contentsOf({ ...binding, order: 'time', pieces: single })).map((row) => row[5])).toEqual(
      pieces.map((_, at) => String(at + 1)),
    );
  });

  it('the closing sheet counts, and names what has to go in on paper', () => {
    const text = JSON.stringify(
      closingOf({ ...binding, unprinted: [{ title: '听证通知书', number: '示例1号' }] }).blocks,
    );
    expect(text).toContain(`本卷共${String(pieces.length)}件${String(2 * pieces.length)}页`);
    expect(text).toContain('听证通知书（示例1号）');
    expect(JSON.stringify(closing.blocks)).not.toContain('没有电子原件');
  });
});
