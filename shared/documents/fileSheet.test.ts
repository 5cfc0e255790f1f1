import { describe, expect, it } from 'vitest';

import { aCitation } from '../testing/matters.ts';

import { buildSheet } from './fileSheet.ts';
import { SHEET_KINDS, type SheetInput, type SheetKind } from './sheetInput.ts';
import { parseSheetModel } from './sheetModel.ts';
import { aSheetInput } from './testing/aSheetInput.ts';
import { DOCUMENT_TITLES, goesToParty } from './titles.ts';

function textOf(changes: Partial<SheetInput>): string {
  const built = buildSheet(aSheetInput(changes));
  if (!built.ok) throw new Error(built.error);
  return built.value.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n');
}

function refusalOf(changes: Partial<SheetInput>): string | undefined {
  const built = buildSheet(aSheetInput(changes));
  return built.ok ? undefined : built.error;
}

describe('a document of a file', () => {
  it.each(SHEET_KINDS)('%s is a sheet that can be read back, with its title and no empty field', (kind) => {
    const built = buildSheet(aSheetInput({ kind, untilOn: '2026-03-20' }));
    if (!built.ok) throw new Error(built.error);
    expect(built.value.title).toBe(DOCUMENT_TITLES[kind]);
    expect(parseSheetModel(JSON.parse(JSON.stringify(built.value)))).toEqual(built.value);
  });

  it('on the spot tells that reconsideration comes first (行政复议法 §23)', () => {
    const text = textOf({ kind: 'D21' });
    expect(text).toContain('先向黄石市人民政府（示例）申请行政复议');
    expect(text).not.toContain('也可以自收到之日起六个月内');
  });

  it('that decides names both remedies, the payment and its surcharge', () => {
    const text = textOf({ kind: 'D22' });
    for (const words of ['六十日内', '六个月内', '示例区人民法院', '十五日内', '百分之三', '不停止执行'])
      expect(text).toContain(words);
  });

  it('that orders demolition waits for the remedies (行政强制法 §44)', () => {
    const demolition = '楼顶加建部分';
    const penalty = { warning: false, fineFen: 0, minFen: 0, maxFen: 0, amount: 'verified' as const, demolition };
    const text = textOf({ kind: 'D24', penalty, untilOn: '2026-03-20' });
    expect(text).toContain('没有在法定期限内申请行政复议或者提起行政诉讼');
    expect(text).not.toContain('不停止执行');
  });

  it.each<[string, Partial<SheetInput>, SheetKind]>([
    ['remedy_unknown', { org: { ...aSheetInput().org, court: undefined } }, 'D22'],
    ['no_penalty_named', { penalty: undefined }, 'D17'],
    ['empty_field', { text: ' ' }, 'D22'],
    ['empty_field', { facts: '' }, 'D06'],
    ['no_verified_citation', { matter: { ...aSheetInput().matter, penaltyBasis: [aCitation('memory')] } }, 'D22'],
  ])('is refused: %s', (code, changes, kind) => {
    expect(refusalOf({ kind, ...changes })).toBe(code);
  });

  it("that is posted on a wall shows nobody's numbers", () => {
    const built = buildSheet(aSheetInput({ kind: 'D26' }));
    if (!built.ok) throw new Error(built.error);
    const text = JSON.stringify(built.value);
    for (const secret of ['420202198001010015', '13800000000']) expect(text).not.toContain(secret);
    expect(text).toContain('示例建材行');
    expect(built.value.receipt).toBeUndefined();
  });

  it('has a stub only where it comes from a book of forms, and says where its copies go', () => {
    const stubs = SHEET_KINDS.filter((kind) => {
      const built = buildSheet(aSheetInput({ kind }));
      return built.ok && built.value.stub !== undefined;
    });
    expect(stubs).toEqual(['D06', 'D21', 'D24']);
    const built = buildSheet(aSheetInput({ kind: 'D22' }));
    expect(built.ok && built.value.copies).toBe('本文书一式三份，一份交当事人，一份归档，一份备查。');
  });

  it('goes to the party, except what is for a court or another agency', () => {
    expect(SHEET_KINDS.filter((kind) => !goesToParty(kind))).toEqual(['D28', 'D34']);
    expect(goesToParty('D07')).toBe(true);
  });

  it('before a penalty needs no remedy, and says what may be said', () => {
    expect(refusalOf({ kind: 'D17', org: { ...aSheetInput().org, government: undefined } })).toBeUndefined();
    expect(textOf({ kind: 'D17' })).toContain('三个工作日内');
    expect(textOf({ kind: 'D18' })).toContain('五个工作日内');
  });
});
