import { plannedFen } from '../../case/instalments.ts';
import { formatChinaDate } from '../../kernel/chinaTime.ts';
import type { DocumentDefinition } from '../definition.ts';
import { until, untilKnown, yuanOf } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import type { SheetInput } from '../sheetInput.ts';
import type { SheetList } from '../sheetModel.ts';
import { APL } from '../statutes.ts';

import { INSTALMENT_WORDS } from './instalmentWords.ts';

/** 分期缴纳表: each instalment with its last day; undefined where the fine is due as a whole. */
function planOf({ of }: SheetInput): SheetList | undefined {
  const { instalments = [] } = of ?? {};
  if (instalments.length === 0) return undefined;
  return {
    heading: '分期缴纳表',
    columns: ['期次', '缴纳金额（元）', '缴纳期限（含当日）'],
    shares: [2, 4, 6],
    rows: instalments.map(({ amountFen, dueOn }, index) => [
      `第${String(index + 1)}期`,
      yuanOf(amountFen),
      formatChinaDate(dueOn),
    ]),
    note: `（以上共${String(instalments.length)}期，合计人民币${yuanOf(plannedFen(instalments))}元，以下空白）`,
  };
}

/** As a whole until one day, or in how many parts, the last of them until one day. */
function approvedAs({ of }: SheetInput): string {
  const { instalments = [] } = of ?? {};
  const last = instalments.at(-1);
  if (last === undefined) return `缴纳期限延至${untilKnown(of?.payUntilOn)}`;
  return `分${String(instalments.length)}期缴纳，各期的金额和期限见《分期缴纳表》，最后一期在${until(last.dueOn)}缴清`;
}

/** What is added for a day late: of the fine, or of the part that was due (行政处罚法 §72). */
function lateWords({ of }: SheetInput): readonly string[] {
  if (of?.instalments === undefined)
    return [
      `请在批准的期限内缴清罚款。到期不缴纳的，依据${APL}第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`,
    ];
  return INSTALMENT_WORDS;
}

/** 延期（分期）缴纳罚款通知书, once the agency has approved what the party asked for (行政处罚法 §66). */
export const D32: DocumentDefinition = {
  kind: 'D32',
  template: 2,
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
      text: (input) => [`依据${APL}第六十六条，经本机关批准，${approvedAs(input)}。`, ...linesOf(input.text)],
    },
    { heading: '注意事项', text: lateWords },
  ],
  list: planOf,
};
