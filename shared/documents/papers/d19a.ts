import { lastBefore } from './before.ts';
import { paperOf } from './paper.ts';
import { at, byHand, caseRows, row, rows, section, signed } from './pieces.ts';

/**
 * 听证笔录 (行政处罚法 §64): what the record of the hearing and its notice say, and nothing else. Who took part and who kept the
 * minutes is in no record: it is written in by hand. Read by those who took part, and signed by them on each page.
 */
export const D19A = paperOf({
  kind: 'D19A',
  template: 1,
  title: '听证笔录',
  of: 'hearing.held',
  eachPage: '当事人（代理人）签名：',
  blocks: (source) => {
    const { at: heldAt, host, text, photos } = source.event.data;
    const called = lastBefore(source, 'hearing.called');
    return [
      rows(
        ...caseRows(source),
        row('听证时间', at(heldAt)),
        row('通知的听证地点', called?.data.place),
        row('通知的举行方式', called && (called.data.isPublic ? '公开' : '不公开')),
        row('听证主持人', source.nameOf(host)),
        byHand('记录人'),
        byHand('其他听证参加人'),
        row('提交的材料', photos.length === 0 ? undefined : `照片${String(photos.length)}张`),
      ),
      section('听证内容', text),
      section(
        '确认',
        '请当事人或者代理人核对无误后写明“以上笔录已核对，与所述一致”，并签名或者盖章；拒绝的，由主持人注明。',
      ),
      signed(['当事人（代理人）'], ['案件调查人员'], ['案件调查人员'], ['听证主持人'], ['记录人']),
    ];
  },
});
