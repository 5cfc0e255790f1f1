import { countClock } from '../deadlines/count.ts';
import { DEADLINES } from '../deadlines/deadlines.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import type { CashMove } from './cash.ts';
import type { CaseFile, Payment } from './file.ts';

/** Where the money of a payment is: cash goes from the officer to the unit and from there to the bank (行政处罚法 §71). */
export type MoneyPlace = 'officer' | 'unit' | 'bank';

/** A payment in the ledger (罚款台账). `dueOn`: the last day to pass cash on; absent when it is at the bank. */
export type LedgerEntry = Payment & { readonly place: MoneyPlace; readonly dueOn?: ChinaDate | undefined };

/**
 * The payments of a file in the order of their days, each with the place of its money. Cash that is passed on is taken to be
 * what was collected first; a payment of which only a part was passed on has not moved.
 */
export function ledgerOf(
  { payments, cash }: Pick<CaseFile, 'payments' | 'cash'>,
  calendar?: WorkCalendar,
): readonly LedgerEntry[] {
  let collected = 0;
  return payments
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
    .map((payment): LedgerEntry => {
      if (payment.way !== 'cash') return { ...payment, place: 'bank' };
      collected += payment.amountFen;
      if (reachedOn(cash, 'bank', collected) !== undefined) return { ...payment, place: 'bank' };
      const atUnitOn = reachedOn(cash, 'unit', collected);
      if (atUnitOn === undefined) return { ...payment, place: 'officer', dueOn: dueOn('cashIn', payment.on, calendar) };
      return { ...payment, place: 'unit', dueOn: dueOn('bankIn', atUnitOn, calendar) };
    });
}

/** The day on which the sum that came to a place reached an amount. */
function reachedOn(cash: readonly CashMove[], to: CashMove['to'], amountFen: number): ChinaDate | undefined {
  let sum = 0;
  return cash
    .filter((move) => move.to === to)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .find((move) => (sum += move.amountFen) >= amountFen)?.on;
}

function dueOn(id: 'cashIn' | 'bankIn', startOn: ChinaDate, calendar?: WorkCalendar): ChinaDate | undefined {
  return countClock({ deadline: DEADLINES[id], startOn }, calendar).dueOn;
}
