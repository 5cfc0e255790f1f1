import { formatCitations } from '../citation.ts';
import { penaltyWords } from '../fileWording.ts';

import { paperOf, type PaperSource } from './paper.ts';
import { at, caseRows, officerLine, row, rows, section, signed } from './pieces.ts';

/** 案件调查终结报告: facts, evidence, basis and what is proposed (行政处罚法 §54, §57). */
export const D14 = paperOf({
  kind: 'D14',
  template: 1,
  title: '案件调查终结报告',
  of: 'case.investigated',
  blocks: (source) => {
    const { facts, proposal, discretion, grave, text, officer, second } = source.event.data;
    const { matter } = source;
    const rule = matter === undefined ? '' : formatCitations(matter.rule);
    const basis = matter === undefined ? '' : formatCitations(matter.penaltyBasis);
    return [
      rows(
        ...caseRows(source),
        row('违反的规定', rule),
        row('处罚依据', basis),
        row('处理建议', proposal === undefined ? '不予行政处罚' : penaltyWords(proposal)),
        row('重大复杂', grave ? '是，应当集体讨论' : '否'),
      ),
      section('查明的事实', facts),
      section('证据', evidence(source)),
      section('裁量理由', discretion.reasons),
      section('承办意见', text),
      signed(officerLine('承办人', officer), officerLine('承办人', second), ['承办机构负责人']),
    ];
  },
});

const RECORD_NAMES = {
  site: '现场检查（勘验）笔录',
  inquiry: '调查询问笔录',
  inquiry_refused: '拒绝询问的记录',
  execution: '执行笔录',
  education: '教育记录',
} as const;

/** Records and photos that the file holds. */
function evidence({ events, state }: PaperSource): string {
  const records = events.flatMap((event) =>
    event.type === 'record.made'
      ? [`${RECORD_NAMES[event.data.record]}（${at(event.data.endedAt)}，${event.data.person ?? '无在场人'}）`]
      : [],
  );
  const photos = state.photos.length === 0 ? [] : [`现场照片${String(state.photos.length)}张`];
  return [...records, ...photos].map((one, index) => `${String(index + 1)}. ${one}`).join('\n');
}
