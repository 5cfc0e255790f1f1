import { penaltyWords, yuanOf } from '../fileWording.ts';

import { paperOf } from './paper.ts';
import { at, caseRows, opinions, row, rows, section, signed } from './pieces.ts';

/** 结案审批表: what was decided, how it was carried out, and that nothing is open. */
export const D35 = paperOf({
  kind: 'D35',
  template: 1,
  title: '结案审批表',
  of: 'case.closed',
  blocks: (source) => {
    const { state, event, events } = source;
    const file = state.file;
    const decision = state.documents.findLast(
      ({ kind, voided }) => ['D21', 'D22', 'D23', 'D24'].includes(kind) && voided === undefined,
    );
    const paid = events.filter((one) => one.type === 'payment.entered');
    const receipts = paid.map(({ data }) => `${yuanOf(data.amountFen)}元（${data.receipt}，${at(data.at)}）`);
    return [
      rows(
        ...caseRows(source),
        row('发现时间', at(state.foundAt)),
        row('决定文号', decision?.number),
        row('处理决定', file?.decided && penaltyWords(file.decided)),
        row('送达时间', decision?.served && at(decision.served.at)),
        row('罚款缴纳', receipts.join('；')),
        row('拆除情况', file?.demolished && `已拆除，${(file.demolished.areaE2 / 100).toFixed(2)}平方米`),
      ),
      section('结案理由', event.data.text),
      opinions(source, [{ step: '结案', text: '同意结案', by: event.by, wallAt: event.wallAt }]),
      signed(['承办人'], ['承办机构负责人'], ['机关负责人']),
    ];
  },
});
