import { describe, expect, it } from 'vitest';

import { readableEvents } from '../case/caseEvent.ts';
import type { InstalmentDue } from '../case/instalments.ts';
import { ORDINARY_SCRIPT, TO_FILED, type Step } from '../testing/fileScripts.ts';
import { FileStory } from '../testing/fileStory.ts';

import { buildSheet } from './fileSheet.ts';
import { CROSSED_OUT } from './form.ts';
import { sheetFacts } from './sheetFacts.ts';
import type { SheetInput, SheetKind } from './sheetInput.ts';
import type { SheetModel } from './sheetModel.ts';
import { aMeasure, aSheetFacts } from './testing/aSheetFacts.ts';
import { aSheetInput } from './testing/aSheetInput.ts';

function sheet(kind: SheetKind, changes: Partial<SheetInput> = {}): SheetModel {
  const built = buildSheet(aSheetInput({ kind, penalty: undefined, ...changes }));
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

function textOf(kind: SheetKind, changes: Partial<SheetInput> = {}): string {
  return sheet(kind, changes)
    .sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
    .join('\n');
}

function refusalOf(kind: SheetKind, changes: Partial<SheetInput>): string | undefined {
  const built = buildSheet(aSheetInput({ kind, ...changes }));
  return built.ok ? undefined : built.error;
}

/** What must be read on each: the article that its cited law has for it, and what the article asks for. */
const WORDS: readonly (readonly [SheetKind, readonly string[]])[] = [
  ['D04', ['行政处罚法》第五十五条', '第四十三条申请回避', '2026年3月4日']],
  ['D09', ['行政处罚法》第五十六条', '七个工作日内，即2026年3月11日前', '不得销毁或者转移', '负责人批准']],
  ['D10', ['行政处罚法》第五十六条', '解除先行登记保存，物品退还当事人', '黄港城管登字〔2026〕1号']],
  ['D12', ['行政强制法》第二十八条', '立即退还', '自2026年3月6日起解除扣押', '黄港城管扣字〔2026〕1号']],
  [
    'D19',
    ['行政处罚法》第六十四条', '2026年3月16日', '委托一至二人代理', '申请回避', '方正（示例）', '视为放弃听证权利'],
  ],
  ['D28', ['第五十三条、第五十四条、第五十五条', '示例区人民法院', '黄港城管催字〔2026〕1号', '没有申请行政复议']],
  ['D32', ['行政处罚法》第六十六条', '2026年3月13日前', '百分之三']],
  ['D33', ['行政处罚法》第六十七条', '人民币2000元（大写：贰仟元整）', '2026年3月13日前', '百分之三']],
  ['D34', ['行政处罚法》第二十七条', '行政强制法》第二十一条一并移送']],
];

describe('a document of a step of the procedure', () => {
  it.each(WORDS)('%s says what its article asks for', (kind, words) => {
    const text = textOf(kind);
    for (const word of words) expect(text).toContain(word);
  });

  it('names reason, basis, period, things, remedy, agency and date of a seizure (行政强制法 §24)', () => {
    const text = textOf('D11');
    for (const word of [
      '当事人正在转移堆放的建材',
      '《城市道路管理条例》第四十二条',
      '行政强制法》第十八条、第二十四条',
    ])
      expect(text).toContain(word);
    for (const word of ['自2026年3月2日起至2026年4月1日止', '予以扣押', '六十日内', '六个月内', '陈述和申辩'])
      expect(text).toContain(word);
    const { list, party, signature, signers } = sheet('D11');
    expect(list?.rows).toEqual([
      ['1', '水泥', 'P.O 42.5，50千克／袋', '3件', '完好', CROSSED_OUT],
      ['2', '镀锌钢管', 'DN50×6米', '4件', '外包装破损', CROSSED_OUT],
    ]);
    expect(party.map(({ label }) => label)).toEqual(expect.arrayContaining(['当事人', '地址']));
    expect(signature).toMatchObject({ agency: '黄石港区城市管理执法局（示例）', date: '2026年3月2日' });
    expect(signers?.map(({ label }) => label)).toEqual(['当事人核对签名', '见证人签名']);
  });

  it('seals a building site on the order of the government (城乡规划法 §68)', () => {
    const text = textOf('D11', { of: aSheetFacts('site_seal') });
    expect(text).toContain('城乡规划法》第六十八条');
    expect(text).toContain('予以查封');
  });

  it('lists the papers for the court in the order of the law (行政强制法 §55)', () => {
    const { list, signers, copies } = sheet('D28');
    const names = list?.rows.map(([, name = '']) => name) ?? [];
    expect(names[0]).toBe('强制执行申请书');
    expect(names[1]).toContain('事实、理由和依据');
    expect(names.at(-2)).toBe('申请强制执行标的情况');
    expect(signers?.map(({ label }) => label)).toEqual(['行政机关负责人签名']);
    expect(copies).toBe('本文书一式两份，一份交人民法院，一份归档。');
  });

  it('names manner, time, object, cost and performer of substitute performance (行政强制法 §51)', () => {
    const text = textOf('D29');
    for (const word of ['第五十条、第五十一条', '标的：', '方式：', '时间：2026年3月10日', '代履行人：', '人民币600元'])
      expect(text).toContain(word);
    expect(text).toContain('六十日内');
  });

  it('lists instalments with their days and their sum, and nothing where there are none (行政处罚法 §66)', () => {
    const instalments = [
      { amountFen: 80_000, dueOn: '2026-03-13' },
      { amountFen: 120_050, dueOn: '2026-04-13' },
    ];
    const { list, sections, template } = sheet('D32', { of: { ...aSheetFacts(), instalments } });
    expect(template).toBe('D32.2');
    expect(list).toMatchObject({
      rows: [
        ['第1期', '800', '2026年3月13日'],
        ['第2期', '1200.50', '2026年4月13日'],
      ],
      note: '（以上共2期，合计人民币2000.50元，以下空白）',
    });
    const text = sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
    expect(text).toContain('分2期缴纳，各期的金额和期限见《分期缴纳表》，最后一期在2026年4月13日前（含当日）缴清');
    expect(text).toContain('按该期未缴数额的百分之三');
    expect(sheet('D32').list).toBeUndefined();
  });

  it('names on D33 every instalment, what of it is paid and what is overdue (行政处罚法 §66, §72)', () => {
    const due = (no: number, amountFen: number, owedFen: number, rawOn: string, dueOn = rawOn): InstalmentDue => ({
      ...{ no, of: 4, amountFen, owedFen, rawOn, dueOn, provisional: false },
    });
    const dues = [
      due(1, 50_000, 0, '2026-01-13'),
      due(2, 50_000, 20_050, '2026-02-13'),
      due(3, 50_000, 50_000, '2026-02-28', '2026-03-02'), // a Saturday: not over on Monday, the day of the document
      due(4, 50_000, 50_000, '2026-03-13'),
    ];
    const of = { ...aSheetFacts(), dues, unpaidFen: 120_050 };
    const { list, glance, template } = sheet('D33', { of });
    expect(template).toBe('D33.2');
    expect(list).toMatchObject({
      rows: [
        ['第1期', '500', '2026年1月13日', '已缴清'],
        ['第2期', '500', '2026年2月13日', '已缴299.50元，尚欠200.50元，已逾期'],
        ['第3期', '500', '2026年2月28日', '未缴纳'],
        ['第4期', '500', '2026年3月13日', '未缴纳'],
      ],
      note: '（以上共4期，合计人民币2000元，尚未缴纳人民币1200.50元，以下空白）',
    });
    expect(glance).toContainEqual({ label: '缴款期限', value: '分4期，见《分期缴纳情况表》' });
    const text = textOf('D33', { of });
    expect(text).toContain('第2期已经逾期，尚欠人民币200.50元，请立即缴纳');
    expect(text).toContain('按该期未缴数额的百分之三');
    expect(text).not.toContain('按罚款数额的百分之三');
    expect(sheet('D33').list).toBeUndefined();
    expect(textOf('D33')).toContain('按罚款数额的百分之三');
  });

  it('says what remains to be paid, to whom and under which code', () => {
    const rows = Object.fromEntries(sheet('D33').glance.map(({ label, value }) => [label, value]));
    expect(rows).toMatchObject({ 收款单位: '示例区财政局非税收入专户', 缴款码: '示例420202000001' });
  });

  it.each<[string, SheetKind, Partial<SheetInput>]>([
    ['remedy_unknown', 'D11', { org: { ...aSheetInput().org, court: undefined } }],
    ['remedy_unknown', 'D29', { org: { ...aSheetInput().org, government: undefined } }],
    ['payee_unknown', 'D33', { org: { ...aSheetInput().org, payee: undefined } }],
    ['no_record', 'D33', { of: { ...aSheetFacts(), unpaidFen: 0 } }],
    ['no_record', 'D09', { of: { ...aSheetFacts(), measure: undefined } }],
    ['no_record', 'D12', { of: { ...aSheetFacts(), measure: { ...aMeasure('seizure'), ended: undefined } } }],
    ['no_record', 'D19', { of: { ...aSheetFacts(), hearing: undefined } }],
    ['no_record', 'D28', { of: { ...aSheetFacts(), urging: undefined } }],
    ['no_record', 'D34', { of: { ...aSheetFacts(), transferred: undefined } }],
    ['empty_field', 'D29', { said: {} }],
    ['empty_field', 'D04', { said: {} }],
  ])('is refused: %s of %s', (code, kind, changes) => {
    expect(refusalOf(kind, changes)).toBe(code);
  });

  it('shows on a draft what is missing crossed out', () => {
    const org = { ...aSheetInput().org, payee: undefined };
    const rows = sheet('D33', { org, number: undefined, said: {} }).glance;
    expect(rows).toContainEqual({ label: '账　　号', value: CROSSED_OUT });
    expect(rows).toContainEqual({ label: '缴款码', value: CROSSED_OUT });
  });

  it('crosses out a list without things', () => {
    const { list } = sheet('D34', { of: { ...aSheetFacts(), measures: [] } });
    expect(list).toMatchObject({
      rows: [Array.from({ length: 6 }, () => CROSSED_OUT)],
      note: '（没有物品，以下空白）',
    });
  });
});

describe('what a file holds for its documents', () => {
  it('is read from its events: the measure with its things, number and last day, and not what is void', () => {
    const story = new FileStory();
    const steps: readonly Step[] = [
      ...TO_FILED,
      ['record.made:site'],
      ['case.approved:measure', 'ju'],
      ['measure.taken:register'],
      ['document.issued:D09'],
      ['measure.ended', 'chen', 1],
      ['case.courtApplied', 'ju'],
    ];
    for (const [act, by, days = 0] of steps) story.wait(days).add(act, by);
    const state = story.state();
    const events = readableEvents(story.events);
    if (state === undefined) throw new Error('no case');
    const { measure, measures, court } = sheetFacts(state, events, { measure: state.documents[0]?.measure }, KNOWN);
    expect(measure).toMatchObject({
      untilOn: '2024-03-14',
      number: '示例D09〔2024〕1号',
      ended: { result: 'returned' },
    });
    expect(measure?.taken.items).toEqual([{ name: '空箱', quantity: '6 个' }]);
    expect([measures.length, court]).toEqual([1, undefined]);
  });

  it('is the plan that was approved last, until its last day as it counts', () => {
    const story = new FileStory();
    for (const [act, by, days = 0] of ORDINARY_SCRIPT.slice(0, -4)) story.wait(days).add(act, by);
    const instalments = [
      { amountFen: 200_00, dueOn: '2024-04-04' },
      { amountFen: 300_00, dueOn: '2024-05-01' },
    ];
    story.add('case.approved:defer', 'ju', { days: undefined, instalments });
    const state = story.state();
    if (state === undefined) throw new Error('no case');
    const facts = sheetFacts(state, readableEvents(story.events), {}, KNOWN);
    expect(facts.dues?.map(({ amountFen, owedFen }) => [amountFen, owedFen])).toEqual([
      [200_00, 200_00],
      [300_00, 300_00],
    ]);
    expect(facts).toMatchObject({ instalments, payUntilOn: '2024-05-06', unpaidFen: 500_00 }); // 劳动节 is 1 to 5 May
  });
});

const KNOWN = { nameOf: (user: string) => user };
