import { paperOf } from './paper.ts';
import { at, caseRows, officerText, row, rows, section, signed } from './pieces.ts';

/** 案件来源 as printed. */
const SOURCE_NAMES = {
  patrol: '巡查发现',
  citizen: '群众举报、投诉',
  hotline: '热线转办',
  grid: '网格上报',
  handed_over: '其他单位移送',
  superior: '上级交办',
  converted: '由简易程序转入',
  other: '其他',
} as const;

/** 案件（线索）登记表; who reported it stands in no paper of the file. */
export const D01 = paperOf({
  kind: 'D01',
  template: 1,
  title: '案件（线索）登记表',
  of: 'case.opened',
  blocks: (source) => {
    const { source: from, facts, findings, foundAt, officer } = source.event.data;
    const finder = officer === undefined ? source.nameOf(source.event.by) : officerText(officer);
    return [
      rows(
        ...caseRows(source),
        row('案件来源', SOURCE_NAMES[from]),
        row('发现时间', at(foundAt)),
        row('发现地点', source.address),
        row('登记人', finder),
      ),
      section('线索内容', facts),
      section('发现的问题', findings.map(({ description }) => description).join('\n')),
      signed(['登记人'], ['承办机构负责人意见']),
    ];
  },
});
