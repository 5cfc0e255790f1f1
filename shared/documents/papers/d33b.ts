import { unpaidFen } from '../../case/payment.ts';
import { yuanOf } from '../fileWording.ts';

import { paperOf } from './paper.ts';
import { caseRows, on, row, rows, signed } from './pieces.ts';

const WAYS = { bank: '银行', electronic: '电子支付', cash: '当场收缴' } as const;

/** 缴款凭证登记 (行政处罚法 §67): every payment of the fine with its receipt, what it comes to, and what is still open. */
export const D33B = paperOf({
  kind: 'D33B',
  template: 1,
  title: '罚款缴款凭证登记表',
  of: 'payment.entered',
  once: true,
  blocks: (source) => {
    const { state, events, nameOf } = source;
    const payments = events.flatMap((event) => (event.type === 'payment.entered' ? [event] : []));
    const paidFen = payments.reduce((sum, { data }) => sum + data.amountFen, 0);
    const decision = state.documents.findLast(
      ({ kind, voided }) => ['D21', 'D22', 'D24'].includes(kind) && voided === undefined,
    );
    return [
      rows(
        ...caseRows(source),
        row('决定文号', decision?.number),
        row('罚款', yuan(state.file?.decided?.fineFen ?? 0)),
        row('已缴合计', yuan(paidFen)),
        row('尚未缴纳', yuan(unpaidFen(state))),
      ),
      {
        is: 'grid',
        columns: ['序号', '缴款日期', '金额', '缴款方式', '票据（凭证）号', '登记人'],
        shares: [2, 5, 4, 4, 5, 4],
        rows: payments.map(({ data, by }, index) => [
          String(index + 1),
          on(data.at),
          yuan(data.amountFen),
          WAYS[data.way],
          data.receipt,
          nameOf(by),
        ]),
      },
      signed(['登记人'], ['复核人']),
    ];
  },
});

function yuan(fen: number): string {
  return `${yuanOf(fen)}元`;
}
