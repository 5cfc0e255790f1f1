import { capitalYuan } from '../../kernel/capitalYuan.ts';
import type { DocumentDefinition } from '../definition.ts';
import { untilKnown, yuanOf } from '../fileWording.ts';
import { CROSSED_OUT, filled, linesOf, type FormRow } from '../form.ts';
import type { SheetInput } from '../sheetInput.ts';
import { APL } from '../statutes.ts';

import { duesList, overdueWords } from './duesList.ts';
import { INSTALMENT_WORDS } from './instalmentWords.ts';

const amountOf = ({ of }: SheetInput): string => {
  const fen = of?.unpaidFen ?? 0;
  return fen === 0 ? CROSSED_OUT : `人民币${yuanOf(fen)}元（大写：${capitalYuan(fen)}）`;
};

/** In how many instalments; 0 where the fine is due as a whole. */
function instalmentsIn({ of }: SheetInput): number {
  return of?.dues?.length ?? 0;
}

function untilWhen(input: SheetInput): string {
  const count = instalmentsIn(input);
  if (count === 0) return `请在${untilKnown(input.of?.payUntilOn)}缴清。`;
  return `经本机关批准分${String(count)}期缴纳，各期的金额、期限和缴纳情况见《分期缴纳情况表》。${overdueWords(input)}`;
}

/** What is added for a day late: of the fine, or of the part that was due (行政处罚法 §72). */
function lateWords(input: SheetInput): readonly string[] {
  if (instalmentsIn(input) > 0) return INSTALMENT_WORDS;
  return [`到期不缴纳的，依据${APL}第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`];
}

/** To whom, where and under which code; an account nobody set is crossed out on a draft. */
function payeeRows(input: SheetInput): readonly FormRow[] {
  const { payee } = input.org;
  const count = instalmentsIn(input);
  return [
    { label: '应缴罚款', value: amountOf(input) },
    {
      label: '缴款期限',
      value: count > 0 ? `分${String(count)}期，见《分期缴纳情况表》` : untilKnown(input.of?.payUntilOn),
    },
    { label: '收款单位', value: filled(payee?.name) },
    { label: '开户银行', value: filled(payee?.bank) },
    { label: '账　　号', value: filled(payee?.account) },
    { label: '缴款码', value: filled(input.said?.payCode) },
  ];
}

/** 罚款缴款通知书: what is left of the fine that was decided, to whom and until when (行政处罚法 §67, §72). */
export const D33: DocumentDefinition = {
  kind: 'D33',
  template: 2,
  title: '罚款缴款通知书',
  abbreviation: '缴',
  procedural: true,
  copies: ['archive', 'party'],
  missing: ({ org, of }) => {
    if (org.payee === undefined) return 'payee_unknown';
    return of?.decision === undefined || of.unpaidFen === 0 ? 'no_record' : undefined;
  },
  glance: payeeRows,
  parts: [
    {
      heading: '缴款事项',
      bold: true,
      text: (input) => [
        `根据${filled(input.of?.decision?.number)}行政处罚决定，你（单位）尚应缴纳罚款${amountOf(input)}，${untilWhen(input)}`,
      ],
    },
    {
      heading: '缴款方式',
      text: ({ text }) => [
        `依据${APL}第六十七条，请持本通知书到上列开户银行，或者通过电子支付系统缴纳。执法人员不收取罚款，法律规定可以当场收缴的除外。`,
        ...linesOf(text),
      ],
    },
    {
      heading: '逾期的后果',
      text: lateWords,
    },
  ],
  list: duesList,
};
