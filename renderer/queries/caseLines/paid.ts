import type { CaseRow } from '#renderer/data/tables.ts';
import type { CaseFile } from '#shared/case/file.ts';
import { imposesFine } from '#shared/documents/fines.ts';

/** What the ledger of payments (罚款台账) has to know of a case. */
export type PaidCase = Pick<CaseRow, 'id' | 'title' | 'receipts'> &
  Pick<CaseFile, 'payments' | 'cash'> & {
    /** Number of the decision that imposed the fine; empty when it is not known here. */
    readonly decision: string;
  };

/** The payments of a case; undefined when there are none. */
export function paidOf({ id, title, receipts, file, documents }: CaseRow): PaidCase | undefined {
  if (file === undefined || file.payments.length === 0) return undefined;
  const decision = documents.findLast(({ kind, voided }) => imposesFine(kind) && voided === undefined)?.number ?? '';
  return { id, title, receipts, payments: file.payments, cash: file.cash, decision };
}
