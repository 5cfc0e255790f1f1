import { paperOf } from './paper.ts';
import { at, caseRows, officerLine, on, row, rows, section, signed } from './pieces.ts';

/** 陈述申辩笔录, with what the agency made of it (行政处罚法 §45). */
export const D20 = paperOf({
  kind: 'D20',
  template: 1,
  title: '陈述申辩笔录',
  of: 'statement.made',
  eachPage: '陈述申辩人签名：',
  blocks: (source) => {
    const { event, events } = source;
    const { at: madeAt, words, photos, officer, second } = event.data;
    const after = events.slice(events.findIndex(({ _id }) => _id === event._id) + 1);
    const review = after.find((one) => one.type === 'statement.reviewed');
    return [
      rows(
        ...caseRows(source),
        row('陈述申辩时间', at(madeAt)),
        row('提交的材料', photos.length === 0 ? undefined : `照片${String(photos.length)}张`),
        row('复核结果', review && (review.data.adopted ? '采纳' : '不予采纳')),
        row('复核日期', review && on(review.wallAt)),
      ),
      section('陈述申辩内容', words),
      section('复核意见', review?.data.text),
      signed(['陈述申辩人'], officerLine('执法人员', officer), officerLine('执法人员', second)),
    ];
  },
});
