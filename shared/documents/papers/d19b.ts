import type { CaseDocument } from '../../case/state.ts';
import { penaltyWords } from '../fileWording.ts';
import { APL } from '../statutes.ts';

import { lastBefore } from './before.ts';
import { ruled } from './byHand.ts';
import { paperOf, type PaperSource } from './paper.ts';
import { at, byHand, caseRows, on, row, rows, section, signed } from './pieces.ts';

/**
 * 听证报告: the host reports to the head of the agency how the hearing went and what to do [m]. The decision rests on the record
 * of the hearing (行政处罚法 §65), which this refers to and does not replace; how the hearing was held is drawn from its records.
 */
export const D19B = paperOf({
  kind: 'D19B',
  template: 1,
  title: '听证报告',
  of: 'hearing.reported',
  blocks: (source) => {
    const { words, handlers, facts, text } = source.event.data;
    const called = lastBefore(source, 'hearing.called')?.data;
    const held = lastBefore(source, 'hearing.held')?.data;
    const notice = noticeBefore(source);
    return [
      rows(
        ...caseRows(source),
        row('告知的处罚', notice?.penalty && `${notice.number}：${penaltyWords(notice.penalty)}`),
        row(
          '提起和举行方式',
          called &&
            `${called.byAgency ? '本机关依职权组织' : '当事人申请'}，通知${called.isPublic ? '公开' : '不公开'}举行`,
        ),
        row('听证时间', held && at(held.at)),
        row('通知的听证地点', called?.place),
        row('听证主持人', held && source.nameOf(held.host)),
        byHand('记录人'),
        row('报告日期', on(source.event.wallAt)),
      ),
      section('当事人（代理人）的意见', words),
      section('案件调查人员的意见', handlers),
      section('听证主持人认定的事实和证据', facts),
      section('处理意见和建议', text),
      section(
        '说明',
        `附听证笔录。依据${APL}第六十五条，听证结束后，行政机关应当根据听证笔录，依照该法第五十七条的规定作出决定。`,
      ),
      signed(['听证主持人'], ['记录人']),
      ruled(['行政机关负责人意见'], 3),
      signed(['行政机关负责人']),
    ];
  },
});

/** What the party was told before it asked to be heard. */
function noticeBefore({
  state,
  event,
}: Pick<PaperSource, 'state'> & { readonly event: { readonly wallAt: string } }): CaseDocument | undefined {
  return state.documents.findLast(
    ({ kind, issuedAt, voided }) =>
      (kind === 'D17' || kind === 'D18') && voided === undefined && issuedAt <= event.wallAt,
  );
}
