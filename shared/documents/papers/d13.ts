import { paperOf } from './paper.ts';
import { at, caseRows, officerText, opinions, row, rows, section, signed } from './pieces.ts';

/** 立案审批表 (行政处罚法 §54): what was found, why it is taken up, and who decided so. */
export const D13 = paperOf({
  kind: 'D13',
  template: 1,
  title: '立案审批表',
  of: 'case.filed',
  blocks: (source) => {
    const { state, event, events } = source;
    const { matter, text, power } = event.data;
    const found = state.officer === undefined ? undefined : officerText(state.officer);
    const assigned = events.findLast((one) => one.type === 'case.assigned');
    const handlers = assigned?.data.officers.map(officerText).join('、');
    return [
      rows(
        ...caseRows(source),
        row('发现时间', at(state.foundAt)),
        row('发现人', found),
        row('涉嫌违法事项', `${matter.name}（${matter.code}）`),
        row('管辖依据', power.by === 'own' ? '本机关职权' : `赋权${power.reference ?? ''}`),
        row('承办人', handlers),
      ),
      section('案情摘要', state.facts),
      section('立案理由', text),
      opinions(source, [{ step: '立案', text: '同意立案', by: event.by, wallAt: event.wallAt }]),
      signed(['承办人'], ['承办机构负责人'], ['机关负责人']),
    ];
  },
});
