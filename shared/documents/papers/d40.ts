import { yuanOf } from '../fileWording.ts';

import { paperOf } from './paper.ts';
import { caseRows, on, row, rows, signed } from './pieces.ts';

/** 当场收缴罚款登记 (行政处罚法 §68-71): what was collected in cash, by which receipts, and where it went. */
export const D40 = paperOf({
  kind: 'D40',
  template: 1,
  title: '当场收缴罚款登记表',
  of: 'cash.handedIn',
  blocks: (source) => {
    const moves = source.events.flatMap((event): (readonly [string, string, number, string, string])[] => {
      if (event.type === 'payment.entered' && event.data.way === 'cash')
        return [['收缴', event.data.at, event.data.amountFen, event.data.receipt, event.by]];
      if (event.type !== 'cash.handedIn') return [];
      const { to, at: handedAt, amountFen, receipt } = event.data;
      return [[to === 'unit' ? '交回单位' : '缴入银行', handedAt, amountFen, receipt, event.by]];
    });
    const decision = source.state.documents.findLast(({ kind, voided }) => kind === 'D21' && voided === undefined);
    return [
      rows(...caseRows(source), row('决定文号', decision?.number)),
      {
        is: 'grid',
        columns: ['事项', '日期', '金额', '票据号', '经手人'],
        shares: [3, 5, 4, 4, 4],
        rows: moves.map(([what, when, fen, receipt, by]) => [
          what,
          on(when),
          `${yuanOf(fen)}元`,
          receipt,
          source.nameOf(by),
        ]),
      },
      signed(['收缴人'], ['接收人'], ['复核人']),
    ];
  },
});
