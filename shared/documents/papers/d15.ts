import { paperOf } from './paper.ts';
import { caseRows, on, row, rows, section, signed } from './pieces.ts';

/** 法制审核意见书 (行政处罚法 §58). */
export const D15 = paperOf({
  kind: 'D15',
  template: 1,
  title: '法制审核意见书',
  of: 'case.reviewed',
  blocks: (source) => {
    const { opinion, qualified, text } = source.event.data;
    return [
      rows(
        ...caseRows(source),
        row('审核人', source.nameOf(source.event.by)),
        row('法律职业资格', qualified ? '已取得' : '未取得'),
        row('审核日期', on(source.event.wallAt)),
        row('审核结论', opinion === 'pass' ? '同意' : '退回补充调查或者纠正'),
      ),
      section('审核意见', text),
      signed(['审核人'], ['法制机构负责人']),
    ];
  },
});
