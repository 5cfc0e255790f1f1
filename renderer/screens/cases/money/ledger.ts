import type { PaidCase } from '#renderer/queries/caseLines/paid.ts';
import { ledgerOf, type LedgerEntry } from '#shared/case/cashLedger.ts';
import { receiptKey } from '#shared/case/payment.ts';
import type { ChinaDate } from '#shared/kernel/chinaTime.ts';
import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

/** A payment with its case. `doubled`: another payment was entered with the same receipt. */
export type MoneyLine = LedgerEntry & {
  readonly caseId: string;
  readonly title: string;
  /** Number of the decision that imposed the fine; empty when it is not known here. */
  readonly decision: string;
  readonly late: boolean;
  readonly doubled: boolean;
};

/** What the list is narrowed to. `month`: `YYYY-MM`, or empty for all. */
export type MoneyFilter = { readonly month: string; readonly only: 'all' | 'held' | 'late' | 'doubled' };

/** Sums of money in fen by where it is; `late`: of cash that should have been passed on before today. */
export type MoneySums = Readonly<Record<'paid' | 'officer' | 'unit' | 'bank' | 'late', number>>;

/** Every payment of the cases, the last day first. */
export function moneyLines(rows: readonly PaidCase[], today: ChinaDate, calendar?: WorkCalendar): readonly MoneyLine[] {
  const uses = new Map<string, number>();
  for (const receipt of rows.flatMap((row) => row.receipts)) uses.set(receipt, (uses.get(receipt) ?? 0) + 1);
  return rows
    .flatMap((row) => ledgerOf(row, calendar).map((entry) => ({ row, entry })))
    .map(({ row, entry }): MoneyLine => ({
      ...entry,
      caseId: row.id,
      title: row.title,
      decision: row.decision,
      late: entry.dueOn !== undefined && entry.dueOn < today,
      doubled: (uses.get(receiptKey(entry.receipt)) ?? 0) > 1,
    }))
    .sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1));
}

/** Months with payments, the last first. */
export function monthsOf(lines: readonly MoneyLine[]): readonly string[] {
  return [...new Set(lines.map(({ on }) => on.slice(0, 7)))];
}

/** The lines that a filter leaves. */
export function narrowed(lines: readonly MoneyLine[], { month, only }: MoneyFilter): readonly MoneyLine[] {
  return lines.filter(
    (line) =>
      (month === '' || line.on.startsWith(month)) &&
      (only === 'all' || (only === 'held' ? line.place !== 'bank' : line[only])),
  );
}

/** What the lines come to. */
export function sumsOf(lines: readonly MoneyLine[]): MoneySums {
  const sum = (which: (line: MoneyLine) => boolean): number =>
    lines.reduce((all, line) => (which(line) ? all + line.amountFen : all), 0);
  return {
    paid: sum(() => true),
    officer: sum(({ place }) => place === 'officer'),
    unit: sum(({ place }) => place === 'unit'),
    bank: sum(({ place }) => place === 'bank'),
    late: sum(({ late }) => late),
  };
}
