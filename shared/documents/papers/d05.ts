import { minutes, toldBy } from './minutes.ts';
import { paperOf } from './paper.ts';

/** 调查询问笔录 (行政处罚法 §43, §45, §55). */
export const D05 = paperOf({
  kind: 'D05',
  template: 1,
  title: '调查询问笔录',
  of: 'record.made',
  acts: ['record.made:inquiry', 'record.made:inquiry_refused'],
  eachPage: '被询问人签名：',
  blocks: (source) =>
    minutes(
      source,
      {
        place: '询问地点',
        person: '被询问人',
        officer: '询问人',
        content: '询问内容',
        confirmed: '以上笔录我已看过（听过宣读），与我所说的一致',
      },
      `${toldBy(source)}现就“${source.state.title}”依法询问，请如实回答并协助调查。你有权申请回避，也有权陈述和申辩。`,
    ),
});
