import { moneyText as words } from '#renderer/app/language/zh/money.ts';
import { csvText } from '#shared/kernel/csv.ts';

import type { MoneyLine } from './ledger.ts';

/** The ledger for a spreadsheet; amounts in yuan with two decimals. */
export function moneyCsv(lines: readonly MoneyLine[], person: (user: string) => string): string {
  const rows = lines.map((line) => [
    line.on,
    line.title,
    line.decision,
    line.receipt,
    (line.amountFen / 100).toFixed(2),
    words.ways[line.way],
    person(line.by),
    words.places[line.place],
    line.dueOn ?? '',
    [...(line.late ? [words.filters.late] : []), ...(line.doubled ? [words.doubled] : [])].join('；'),
  ]);
  return csvText([[...words.csv], ...rows]);
}
