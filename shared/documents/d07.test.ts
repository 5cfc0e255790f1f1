import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../kernel/canonicalJson.ts';
import { isCleanText } from '../kernel/text.ts';

import { buildD07, type D07Input } from './d07.ts';
import { modelHash, parseSheetModel, type SheetModel } from './sheetModel.ts';
import { aD07Input, aMatter } from './testing/aD07Input.ts';

function built(change: Partial<D07Input> = {}): SheetModel {
  const result = buildD07(aD07Input(change));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function textOf(model: SheetModel): string {
  return JSON.stringify(model);
}

describe('buildD07', () => {
  it('shows photos where it is given some, named by their originals, and says nothing of photos otherwise', () => {
    const [print, original] = ['a'.repeat(64), '0123456789abcdef'.repeat(4)];
    const { photos, ...rest } = built({ photos: [{ print, original }] });
    expect(photos).toEqual([{ print, original, caption: '现场照片（原件校验码0123456789abcdef…）' }]);
    expect(rest).toEqual(built());
    expect(built({ photos: [] })).toEqual(built());
    expect(parseSheetModel({ ...rest, photos })).toEqual({ ...rest, photos });
    expect(
      parseSheetModel({ ...rest, photos: [...(photos ?? []), ...(photos ?? []), ...(photos ?? [])] }),
    ).toBeUndefined();
  });

  it('prints agency, number, party, facts, basis, requirements, deadline, contact, officers and date', () => {
    const text = textOf(built());
    for (const shown of [
      '黄石市城市管理执法委员会',
      '黄城管改字〔2024〕1号',
      '磁湖小吃店',
      '王某某',
      '92420200MA4XXXXX1A',
      '2024年3月5日 10时20分',
      '《城市市容和环境卫生管理条例》第十四条',
      '《中华人民共和国行政处罚法》第二十八条',
      '2024年3月8日（星期五）前改正，含当日',
      '自本通知书送达的次日起3个工作日',
      '0714-0000000',
      '17020001',
      '17020002',
    ])
      expect(text).toContain(shown);
  });

  it('crosses out what is not known instead of leaving a gap', () => {
    const { party } = built({ party: { name: '无照摊点', operator: '李某', address: '湖滨大道' } });
    expect(party.filter((row) => row.value === '／').map((row) => row.label)).toEqual(['统一社会信用代码', '联系电话']);
    expect(built().stub?.rows.every((row) => row.value.length > 0)).toBe(true);
  });

  it('lists each requirement once, without the numbers that were typed', () => {
    expect(
      built({ toCorrect: '1. 收回店外物品\n（2）清扫门前地面\n\n3、恢复原状\n1.5米内不得堆放' }).sections[2]?.items,
    ).toEqual(['收回店外物品', '清扫门前地面', '恢复原状', '1.5米内不得堆放']);
  });

  it('says how a deadline of calendar days rolls, and that a date was set by the agency', () => {
    expect(textOf(built({ deadline: { by: 'days', count: 7, unit: 'calendar', dueOn: '2024-03-12' } }))).toContain(
      '次日起7日；最后一日是节假日的',
    );
    expect(textOf(built({ deadline: { by: 'date', dueOn: '2024-03-12' } }))).toContain('由本机关指定');
  });

  it('becomes a draft without a number, and says why it must not be served', () => {
    const draft = built({ number: undefined });
    expect([draft.draft, draft.number, draft.watermark]).toEqual([true, '', '草　稿']);
    expect(draft.draftNote).toContain('未编号');
    expect(built({ number: undefined, matter: aMatter({ verification: 'memory' }) }).draftNote).toContain('未经核实');
    expect(built().watermark).toBe('');
  });

  it('marks unread citations on a draft and never spends a number on them', () => {
    const matter = aMatter({ verification: 'proposal' });
    expect(textOf(built({ number: undefined, matter }))).toContain('第十四条（未核实）');
    expect(buildD07(aD07Input({ matter }))).toEqual({ ok: false, error: 'no_verified_citation' });
  });

  it('leaves an unread citation off a numbered notice that has a read one', () => {
    const matter = aMatter({});
    const mixed = {
      ...matter,
      rule: [...matter.rule, { law: '某条例', article: '第一条', verification: 'memory' as const, source: 'm' }],
    };
    expect(textOf(built({ matter: mixed }))).not.toContain('某条例');
  });

  it('refuses one officer twice, a deadline before the notice, and empty facts', () => {
    const [officer] = aD07Input().officers;
    const refusal = (change: Partial<D07Input>): unknown => buildD07(aD07Input(change));
    expect(refusal({ officers: [officer, { ...officer, user: 'other' }] })).toEqual({
      ok: false,
      error: 'same_officer_twice',
    });
    expect(refusal({ deadline: { by: 'date', dueOn: '2024-03-04' } })).toEqual({
      ok: false,
      error: 'deadline_before_notice',
    });
    expect(refusal({ facts: ' \n ' })).toEqual({ ok: false, error: 'empty_field' });
    expect(refusal({ toCorrect: '1.' })).toEqual({ ok: false, error: 'empty_field' });
  });

  it('makes a canonical, clean model of any text, the same each time', () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, facts, toCorrect) => {
        const input = aD07Input({ party: { name, operator: name, address: facts }, facts, toCorrect });
        const once = buildD07(input);
        if (!once.ok) return;
        expect(isCleanText(canonicalJson(once.value))).toBe(true);
        expect(buildD07(input)).toEqual(once);
        expect(parseSheetModel(JSON.parse(canonicalJson(once.value)))).toEqual(once.value);
      }),
    );
  });
});

it('has another hash with every printed word', () => {
  expect(modelHash(built({ facts: '别的事实。' }))).not.toBe(modelHash(built()));
  expect(modelHash(built())).toBe(modelHash(built()));
});
