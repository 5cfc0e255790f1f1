import type { CaseRow } from '#renderer/queries/cases.ts';
import { judgeAct, type ActContext } from '#shared/case/fileSteps.ts';
import type { Refusal } from '#shared/case/judge.ts';
import { receiptKey, unpaidFen } from '#shared/case/payment.ts';
import { imposesFine } from '#shared/documents/fines.ts';
import type { EventData } from '#shared/events/registry.ts';
import { dayIn } from '#shared/kernel/dayInCell.ts';

import { fenIn, numberKey, receiptIn } from './cells.ts';
import type { ReceiptColumn, ReceiptRow } from './receiptTable.ts';

/** Why a row is not imported, and in which cell it shows; `about`: a case, or the fen that are owed. */
export type RowProblem =
  | { readonly code: CellProblem; readonly column: ReceiptColumn; readonly about?: string | number }
  | { readonly code: 'refused'; readonly column: 'number'; readonly refusal: Refusal };
/** See `RowProblem`. */
export type CellProblem =
  | 'unknown_number'
  | 'two_cases'
  | 'other_org'
  | 'case_over'
  | 'no_date'
  | 'future_date'
  | 'no_amount'
  | 'above_owed'
  | 'no_receipt'
  | 'receipt_used'
  | 'receipt_twice';

/** What a row becomes: a payment of a case, or nothing, with the reason. */
export type ImportLine = { readonly row: ReceiptRow } & (
  | { readonly is: 'good'; readonly caseId: string; readonly title: string; readonly data: Payment }
  | { readonly is: 'bad'; readonly problem: RowProblem }
);
/** The act as somebody would type it. */
export type Payment = Pick<EventData<'payment.entered'>, 'at' | 'amountFen' | 'receipt' | 'way'>;

/** Who imports, on which day: what the guard of `payment.entered` asks. */
export type Importer = Pick<ActContext, 'by' | 'role' | 'org' | 'nowMs' | 'calendar'>;

/** Files that are over: what is paid all the same is for a person to judge. */
const OVER: ReadonlySet<string> = new Set(['closed', 'archived', 'terminated', 'revoked', 'transferred']);

/**
 * What each row becomes, by the cases that are known here. Rows count in their order: a second one of a receipt, or of a fine
 * that the rows before pay up, is not imported.
 */
export function matchReceipts(
  rows: readonly ReceiptRow[],
  cases: readonly CaseRow[],
  importer: Importer,
): readonly ImportLine[] {
  const seen: Seen = {
    byNumber: caseIndex(cases),
    used: new Map(cases.flatMap((one) => one.receipts.map((key): [string, string] => [key, one.title]))),
    taken: new Set(),
    owed: new Map(),
  };
  return rows.map((row) => lineOf(row, seen, importer));
}

type Seen = {
  readonly byNumber: ReadonlyMap<string, CaseRow>;
  /** Receipts of payments that are entered, with the title of their case. */
  readonly used: ReadonlyMap<string, string>;
  /** Receipts of good rows, and what they leave of a fine. */
  readonly taken: Set<string>;
  readonly owed: Map<string, number>;
};

function lineOf(row: ReceiptRow, seen: Seen, importer: Importer): ImportLine {
  const found = caseOf(row, seen);
  if ('code' in found) return { is: 'bad', row, problem: found };
  const checked = paymentOf(row, found, seen, importer);
  if ('code' in checked) return { is: 'bad', row, problem: checked };
  seen.taken.add(receiptKey(checked.receipt));
  seen.owed.set(found.id, owedOf(found, seen) - checked.amountFen);
  return { is: 'good', row, caseId: found.id, title: found.title, data: checked };
}

/** The case that number and code name. */
function caseOf({ number, code }: ReceiptRow, { byNumber }: Seen): CaseRow | RowProblem {
  const [column, cell] = number === '' ? (['code', code] as const) : (['number', number] as const);
  const found = byNumber.get(numberKey(cell));
  if (found === undefined || cell === '') return { code: 'unknown_number', column };
  const other = byNumber.get(numberKey(code));
  const disagrees = code !== '' && other !== undefined && other.id !== found.id;
  return disagrees ? { code: 'two_cases', column: 'code', about: other.title } : found;
}

function paymentOf(row: ReceiptRow, found: CaseRow, seen: Seen, importer: Importer): Payment | RowProblem {
  const column = row.number === '' ? 'code' : 'number';
  if (found.org !== importer.org) return { code: 'other_org', column, about: found.title };
  if (OVER.has(found.stage)) return { code: 'case_over', column, about: found.title };
  const on = dayIn(row.on);
  if (on === undefined) return { code: 'no_date', column: 'on' };
  // The table knows the day alone: its first moment is on that day and, today, not ahead.
  const at = new Date(`${on}T00:00:00+08:00`);
  if (at.getTime() > importer.nowMs) return { code: 'future_date', column: 'on' };
  const amountFen = fenIn(row.amount);
  if (amountFen === undefined) return { code: 'no_amount', column: 'amount' };
  const owed = owedOf(found, seen);
  const receipt = receiptIn(row.receipt);
  if (receipt === undefined) return { code: 'no_receipt', column: 'receipt' };
  const used = seen.used.get(receiptKey(receipt));
  if (used !== undefined) return { code: 'receipt_used', column: 'receipt', about: used };
  if (seen.taken.has(receiptKey(receipt))) return { code: 'receipt_twice', column: 'receipt' };
  if (amountFen > owed) return { code: 'above_owed', column: 'amount', about: owed };
  const data = { at: at.toISOString(), amountFen, receipt, way: 'bank' as const };
  const [refusal] = judgeAct(found, 'payment.entered', { ...importer, happenedMs: at.getTime(), data }).reasons;
  return refusal === undefined ? data : { code: 'refused', column: 'number', refusal };
}

function owedOf(found: CaseRow, { owed }: Seen): number {
  return owed.get(found.id) ?? unpaidFen(found);
}

/** Cases by the numbers of their decisions and the codes to pay with. */
function caseIndex(cases: readonly CaseRow[]): ReadonlyMap<string, CaseRow> {
  return new Map(
    cases.flatMap((one) =>
      one.documents
        .filter(({ voided }) => voided === undefined)
        .flatMap(({ kind, number, payCode = '' }) => [
          ...(imposesFine(kind) ? [number] : []),
          ...(payCode === '' ? [] : [payCode]),
        ])
        .map((cell): [string, CaseRow] => [numberKey(cell), one]),
    ),
  );
}
