import { describe, expect, it } from 'vitest';

import { aSha } from '../../testing/builders.ts';
import { HEARING_SCRIPT, type Step } from '../../testing/fileScripts.ts';
import { formModelField, type FormModel } from '../formModel.ts';
import {
  aKnown,
  ANNOUNCED,
  ANNOUNCED_SCRIPT,
  aTold,
  CASH,
  CASH_SCRIPT,
  DRAWN,
  FULL_SCRIPT,
  papersOfTold,
  REPORTED,
  RETURNED_SCRIPT,
  SUBSTITUTE_SCRIPT,
} from '../testing/aFullFile.ts';

import { buildPaper, papersOf } from './index.ts';
import { PAPER_KINDS, type PaperKind } from './kinds.ts';
import { sourceOf } from './source.ts';

const FULL = papersOfTold(FULL_SCRIPT);
const IN_CASH = papersOfTold(CASH_SCRIPT, CASH);
const HEARD = papersOfTold(HEARING_SCRIPT, REPORTED);
const BY_NOTICE = papersOfTold(ANNOUNCED_SCRIPT, ANNOUNCED);
const OTHERS = [RETURNED_SCRIPT, SUBSTITUTE_SCRIPT].flatMap((script) => papersOfTold(script));

function paper(kind: PaperKind): FormModel {
  const found = FULL.find(({ offer }) => offer.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found.model;
}

/** Label and value of every row. */
function rowsOf(model: FormModel): Readonly<Record<string, string>> {
  const rows = model.blocks.flatMap((block) => (block.is === 'rows' ? block.rows : []));
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]));
}

function textOf(model: FormModel): string {
  return JSON.stringify(model.blocks);
}

describe('the papers of a file', () => {
  it('are offered in the order of the records, one for each that needs one', () => {
    expect(FULL.map(({ offer }) => offer.kind)).toEqual([
      ...['D01', 'D03', 'D13', 'D02', 'D05', 'D14', 'D15', 'D30', 'D20', 'D16', 'D30', 'D33B', 'D08', 'D35'],
    ]);
    expect(new Set([...FULL, ...IN_CASH, ...BY_NOTICE, ...HEARD, ...OTHERS].map(({ offer }) => offer.kind))).toEqual(
      new Set(PAPER_KINDS),
    );
  });

  it.each([...FULL, ...IN_CASH, ...BY_NOTICE, ...HEARD, ...OTHERS])(
    '$offer.kind can be read back, and leaves no field empty',
    ({ model }) => {
      expect(formModelField.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
      expect(Object.values(rowsOf(model)).every((value) => value !== '')).toBe(true);
    },
  );

  it('need no proof of service for a decision on the spot, which is signed itself', () => {
    expect(IN_CASH.map(({ offer }) => offer.kind)).not.toContain('D30');
  });

  it('are of nothing that is void', () => {
    const { state, events } = aTold([...FULL_SCRIPT.slice(0, 4), ['case.filed', 'zhou']]);
    expect(papersOf(state).filter(({ kind }) => kind === 'D13')).toHaveLength(1);
    const void_ = events.at(-1)?._id ?? '';
    expect(sourceOf(state, events, void_, aKnown())).toBeUndefined();
  });

  it('say who told what, by name and certificate, and are signed on each page', () => {
    for (const kind of ['D02', 'D05'] as const) {
      const model = paper(kind);
      expect(textOf(model)).toContain('出示执法证件');
      expect(textOf(model)).toContain('执法证号');
      expect(model.eachPage).not.toBe('');
    }
  });

  it('name the document that was served, with its number and both officers', () => {
    const model = paper('D30');
    expect(rowsOf(model)['送达方式']).toBe('直接送达');
    expect(textOf(model)).toContain('行政处罚事先告知书');
    expect(textOf(model)).toContain('示例D17〔2024〕1号');
    expect(textOf(model).match(/送达人/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('show what the receiver drew on the screen as an aid, over the line to sign on paper', () => {
    const { drawn } = DRAWN['document.served:D17'];
    const papers = papersOfTold(FULL_SCRIPT, DRAWN);
    const model = papers.find(({ offer }) => offer.kind === 'D30')?.model;
    const kinds = model?.blocks.map(({ is }) => is) ?? [];
    expect(kinds.indexOf('drawn')).toBeLessThan(kinds.indexOf('hand'));
    const block = model?.blocks.find((one) => one.is === 'drawn');
    expect(block).toMatchObject({ ...drawn, label: '屏幕签名（辅助）', note: '以纸面签名为准' });
    expect(paper('D30').blocks.map(({ is }) => is)).not.toContain('drawn');
  });

  it('say of a document that was left who refused it and who saw that', () => {
    const left = { mode: 'left', refusalReason: '当事人拒绝签收', witness: '居委会张某（示例）' };
    const papers = papersOfTold(FULL_SCRIPT, { 'document.served:D17': left });
    const model = papers.find(({ offer }) => offer.kind === 'D30')?.model;
    if (model === undefined) throw new Error('no proof of service');
    expect(rowsOf(model)).toMatchObject({ 送达方式: '留置送达', 拒收理由: '当事人拒绝签收' });
    expect(textOf(model)).toContain('居委会张某（示例）');
    expect(textOf(model)).not.toContain('收件人签名');
  });

  it('announce a document that nothing else served, and say when it counts', () => {
    const of = (kind: PaperKind): FormModel | undefined => BY_NOTICE.find(({ offer }) => offer.kind === kind)?.model;
    const posted = JSON.stringify(of('D31A')?.blocks);
    expect(posted).toContain('经过三十日，即视为送达');
    expect(posted).toContain('因受送达人下落不明，依照');
    expect(posted).not.toContain('用其他方式无法送达');
    expect(posted).not.toMatch(/13800000000|420202198001010015/);
    const rows = BY_NOTICE.filter(({ offer }) => offer.kind === 'D30').map(({ model }) => rowsOf(model));
    expect(rows[0]).toMatchObject({ 送达方式: '公告送达', 公告送达的原因: '受送达人下落不明' });
    expect(rows[0]?.['视为送达的日期']).toMatch(/^2024年4月/);
    expect(FULL.map(({ offer }) => offer.kind)).not.toContain('D31A');
  });

  it('leave the ground of an announcement to be ticked while no record names it', () => {
    const issued = ANNOUNCED_SCRIPT.slice(0, -1);
    const model = papersOfTold(issued).find(({ offer }) => offer.kind === 'D31A')?.model;
    expect(JSON.stringify(model?.blocks)).toContain('□受送达人下落不明　□用其他方式无法送达');
  });

  it('count no scan of a signed paper among the photos of the case', () => {
    const scan: Step = ['photo.added', 'chen', 0];
    const { state, events } = aTold([...FULL_SCRIPT, scan], { 'photo.added': { sha256: aSha(77), purpose: 'scan' } });
    expect(state.photos).not.toContain(aSha(77));
    expect(events.some(({ type }) => type === 'photo.added')).toBe(true);
    expect(papersOf(state).map(({ kind }) => kind)).not.toContain('D03');
  });

  it('say of a hearing where it was, who hosted it and whether it was public, and are signed on each page', () => {
    const model = HEARD.find(({ offer }) => offer.kind === 'D19A')?.model;
    if (model === undefined) throw new Error('no minutes');
    expect(rowsOf(model)).toMatchObject({
      通知的听证地点: '会议室',
      听证主持人: '方明（示例）',
      通知的举行方式: '公开',
    });
    expect(model.eachPage).not.toBe('');
  });

  it('report on a hearing what both sides said and what the host finds, and leave the decision to the head', () => {
    const model = HEARD.find(({ offer }) => offer.kind === 'D19B')?.model;
    if (model === undefined) throw new Error('no report');
    expect(rowsOf(model)).toMatchObject({
      告知的处罚: expect.stringMatching(/D18〔2024〕\d+号：罚款人民币500元/) as unknown,
      提起和举行方式: '当事人申请，通知公开举行',
      通知的听证地点: '会议室',
      听证主持人: '方明（示例）',
    });
    const headings = model.blocks.flatMap((block) => (block.is === 'section' ? [block.section.heading] : []));
    expect(headings.slice(0, 4)).toEqual([
      ...['当事人（代理人）的意见', '案件调查人员的意见', '听证主持人认定的事实和证据', '处理意见和建议'],
    ]);
    expect(textOf(model)).toContain('应当根据听证笔录');
    expect(textOf(model)).toContain('行政机关负责人意见');
  });

  it('say whether the party agreed to electronic service, and where', () => {
    const model = BY_NOTICE.find(({ offer }) => offer.kind === 'D31')?.model;
    if (model === undefined) throw new Error('no confirmation');
    expect(rowsOf(model)).toMatchObject({ 电子送达: '同意', 电子送达地址: 'shili@example.com' });
  });

  it('show every photo once, with its original, and say of which there is no picture', () => {
    const { state, events } = aTold(FULL_SCRIPT);
    const offer = papersOf(state).filter(({ kind }) => kind === 'D03');
    expect(offer).toHaveLength(1);
    const known = aKnown();
    const model = (prints: typeof known.prints): FormModel => {
      const source = sourceOf(state, events, offer[0]?.event ?? '', { ...known, prints });
      if (source === undefined) throw new Error('no record');
      return buildPaper('D03', source);
    };
    const [photo] = model(known.prints).blocks.filter(({ is }) => is === 'photo');
    expect(photo).toMatchObject({ original: aSha(2), print: known.prints?.get(aSha(2)) });
    expect(photo?.is === 'photo' && photo.sign).toEqual(['拍摄人', '见证人', '与原件核对无误']);
    const unseen = model(new Map());
    expect(unseen.blocks.some(({ is }) => is === 'photo')).toBe(false);
    expect(rowsOf(unseen)['图像']).toContain('不能打印');
  });

  it('give each member of a discussion a place to sign', () => {
    const grid = paper('D16').blocks.find(({ is }) => is === 'grid');
    expect(grid?.is === 'grid' && grid.rows.length >= 3 && grid.rows.every((row) => row.at(-1) === '')).toBe(true);
  });

  it('tell what the agency made of a statement', () => {
    expect(rowsOf(paper('D20'))['复核结果']).toMatch(/采纳/);
  });

  it('close a case with decision, service and payment', () => {
    const rows = rowsOf(paper('D35'));
    expect(rows['处理决定']).toContain('罚款人民币');
    expect(rows['决定文号']).toContain('D22');
    expect(rows['罚款缴纳']).toContain('元');
  });

  it('follow cash from the party to the bank', () => {
    const last = IN_CASH.findLast(({ offer }) => offer.kind === 'D40')?.model.blocks.find(({ is }) => is === 'grid');
    if (last?.is !== 'grid') throw new Error('no register');
    expect(last.rows.map(([what, , yuan]) => [what, yuan])).toEqual([
      ['收缴', '200元'],
      ['交回单位', '200元'],
      ['缴入银行', '200元'],
    ]);
  });

  it('register every payment of the fine, and what is left of it', () => {
    const part = papersOfTold(CASH_SCRIPT, {
      ...CASH,
      'payment.entered': { amountFen: 5_000, way: 'electronic', receipt: '0042' },
    });
    const model = part.find(({ offer }) => offer.kind === 'D33B')?.model;
    if (model === undefined) throw new Error('no register');
    expect(rowsOf(model)).toMatchObject({ 罚款: '500元', 已缴合计: '50元', 尚未缴纳: '450元' });
    expect(textOf(model)).toMatch(/"50元","电子支付","0042","陈伟（示例）"/);
  });

  it('name no one who reported a clue', () => {
    expect(rowsOf(paper('D01'))['案件来源']).toBe('巡查发现');
    expect(textOf(paper('D01'))).not.toContain('举报人');
  });
});
