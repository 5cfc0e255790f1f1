import type { DocumentDefinition } from '../definition.ts';
import { untilKnown, yuanOf } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import { APL } from '../statutes.ts';

/** 延期（分期）缴纳罚款通知书, once the agency has approved what the party asked for (行政处罚法 §66). */
export const D32: DocumentDefinition = {
  kind: 'D32',
  template: 1,
  title: '延期（分期）缴纳罚款通知书',
  abbreviation: '延',
  procedural: true,
  copies: ['archive', 'party'],
  missing: ({ of }) => (of?.decision === undefined || of.payUntilOn === undefined ? 'no_record' : undefined),
  glance: (input) => [{ label: '缴款期限', value: untilKnown(input.of?.payUntilOn) }],
  parts: [
    {
      heading: '申请的情况',
      text: ({ of }) => [
        `你（单位）因经济困难，申请延期（分期）缴纳${filled(of?.decision?.number)}行政处罚决定的罚款。尚未缴纳的罚款为人民币${yuanOf(of?.unpaidFen ?? 0)}元。`,
      ],
    },
    {
      heading: '批准的内容',
      bold: true,
      text: (input) => [
        `依据${APL}第六十六条，经本机关批准，缴纳期限延至${untilKnown(input.of?.payUntilOn)}。`,
        ...linesOf(input.text),
      ],
    },
    {
      heading: '注意事项',
      text: () => [
        `请在批准的期限内缴清罚款。到期不缴纳的，依据${APL}第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`,
      ],
    },
  ],
};
