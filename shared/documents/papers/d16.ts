import { paperOf } from './paper.ts';
import { at, caseRows, row, rows, section } from './pieces.ts';

/** 案件集体讨论笔录 (行政处罚法 §57): each member's own opinion, signed by each. */
export const D16 = paperOf({
  kind: 'D16',
  template: 1,
  title: '案件集体讨论笔录',
  of: 'case.discussed',
  blocks: (source) => {
    const { at: heldAt, members, text } = source.event.data;
    return [
      rows(...caseRows(source), row('讨论时间', at(heldAt)), row('记录人', source.nameOf(source.event.by))),
      {
        is: 'grid',
        columns: ['参加人', '意见', '签名'],
        shares: [2, 6, 2],
        rows: members.map(({ name, opinion }) => [name, opinion, '']),
      },
      section('讨论结论', text),
    ];
  },
});
