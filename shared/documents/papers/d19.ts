import { paperOf, type EventOf, type PaperSource } from './paper.ts';
import { at, caseRows, row, rows, section, signed } from './pieces.ts';

/** 听证笔录 (行政处罚法 §64): read by those who took part, and signed by them on each page. */
export const D19 = paperOf({
  kind: 'D19',
  template: 1,
  title: '听证笔录',
  of: 'hearing.held',
  eachPage: '当事人（代理人）签名：',
  blocks: (source) => {
    const { at: heldAt, host, text, photos } = source.event.data;
    const called = calledBefore(source);
    return [
      rows(
        ...caseRows(source),
        row('听证时间', at(heldAt)),
        row('听证地点', called?.data.place),
        row('听证主持人', source.nameOf(host)),
        row('记录人', undefined),
        row('举行方式', called && (called.data.isPublic ? '公开' : '不公开')),
        row('案件调查人员', source.state.officer?.name),
        row('提交的材料', photos.length === 0 ? undefined : `照片${String(photos.length)}张`),
      ),
      section(
        '告知',
        '主持人已核对听证参加人，宣布案由和听证纪律，并告知当事人有权申请主持人回避，可以亲自参加，也可以委托一至二人代理，有权申辩、质证；不承担组织听证的费用。',
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

/** The calling that this hearing goes back to. */
function calledBefore({ event, events }: PaperSource<'hearing.held'>): EventOf<'hearing.called'> | undefined {
  const before = events.slice(
    0,
    events.findIndex(({ _id }) => _id === event._id),
  );
  return before.findLast((one): one is EventOf<'hearing.called'> => one.type === 'hearing.called');
}
