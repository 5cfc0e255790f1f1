import { minutes, toldBy } from './minutes.ts';
import { paperOf } from './paper.ts';

/** 现场检查（勘验）笔录 (行政处罚法 §55). */
export const D02 = paperOf({
  kind: 'D02',
  template: 1,
  title: '现场检查（勘验）笔录',
  of: 'record.made',
  acts: ['record.made:site'],
  eachPage: '当事人或者在场人签名：',
  blocks: (source) =>
    minutes(
      source,
      {
        place: '检查（勘验）地点',
        person: '当事人或者在场人',
        officer: '检查（勘验）人',
        content: '检查（勘验）情况',
        confirmed: '以上笔录属实',
      },
      `${toldBy(source)}你（单位）有权申请回避，对检查情况可以陈述和申辩。`,
    ),
});
