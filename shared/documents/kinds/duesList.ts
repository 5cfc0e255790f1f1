import { plannedFen, type InstalmentDue } from '../../case/instalments.ts';
import { chinaDateOf, formatChinaDate } from '../../kernel/chinaTime.ts';
import { yuanOf } from '../fileWording.ts';
import type { SheetInput } from '../sheetInput.ts';
import type { SheetList } from '../sheetModel.ts';

type Stand = Pick<SheetInput, 'of' | 'issuedAt'>;

/** 分期缴纳情况表: each instalment with its day as it was approved, and what of it is paid; undefined without a plan. */
export function duesList({ of, issuedAt }: Stand): SheetList | undefined {
  const { dues = [] } = of ?? {};
  if (dues.length === 0) return undefined;
  const owedFen = dues.reduce((sum, due) => sum + due.owedFen, 0);
  const count = String(dues.length);
  return {
    heading: '分期缴纳情况表',
    columns: ['期次', '金额（元）', '缴纳期限（含当日）', '缴纳情况'],
    shares: [2, 3, 4, 5],
    rows: dues.map((due) => [
      `第${String(due.no)}期`,
      yuanOf(due.amountFen),
      formatChinaDate(due.rawOn),
      standOf(due, issuedAt),
    ]),
    note: `（以上共${count}期，合计人民币${yuanOf(plannedFen(dues))}元，尚未缴纳人民币${yuanOf(owedFen)}元，以下空白）`,
  };
}

/** What is overdue when the document is made, in words; empty when nothing is. */
export function overdueWords({ of, issuedAt }: Stand): string {
  const late = (of?.dues ?? []).filter((due) => isOverdue(due, issuedAt));
  if (late.length === 0) return '';
  const owedFen = late.reduce((sum, due) => sum + due.owedFen, 0);
  const which = late.map(({ no }) => `第${String(no)}期`).join('、');
  return `${which}已经逾期，尚欠人民币${yuanOf(owedFen)}元，请立即缴纳。`;
}

function standOf(due: InstalmentDue, issuedAt: string): string {
  const { owedFen, amountFen } = due;
  if (owedFen === 0) return '已缴清';
  const paid = amountFen === owedFen ? '未缴纳' : `已缴${yuanOf(amountFen - owedFen)}元，尚欠${yuanOf(owedFen)}元`;
  return isOverdue(due, issuedAt) ? `${paid}，已逾期` : paid;
}

/** By its day as it counts: one that falls on a holiday is not over yet. */
function isOverdue({ owedFen, dueOn }: InstalmentDue, issuedAt: string): boolean {
  return owedFen > 0 && dueOn < chinaDateOf(Date.parse(issuedAt));
}
