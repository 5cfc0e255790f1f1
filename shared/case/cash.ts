import type { ChinaDate } from '../kernel/chinaTime.ts';

/** A fine that was collected in cash, or passed on: to the officer on the spot, by him to the unit, by the unit to the bank. */
export type CashMove = {
  readonly to: 'officer' | 'unit' | 'bank';
  readonly on: ChinaDate;
  readonly amountFen: number;
};

const NEXT = { officer: 'unit', unit: 'bank' } as const;

/** Fen that somebody has collected and not passed on yet. */
export function heldFen(cash: readonly CashMove[], by: keyof typeof NEXT): number {
  return Math.max(0, sumTo(cash, by) - sumTo(cash, NEXT[by]));
}

/**
 * The day from which the oldest cash that is still held has been there: what came first is passed on first. Undefined when
 * nothing is held (行政处罚法 §71 gives each of them two working days).
 */
export function heldSince(cash: readonly CashMove[], by: keyof typeof NEXT): ChinaDate | undefined {
  let passedOn = sumTo(cash, NEXT[by]);
  const came = cash.filter(({ to }) => to === by).sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const { on, amountFen } of came) {
    passedOn -= amountFen;
    if (passedOn < 0) return on;
  }
  return undefined;
}

function sumTo(cash: readonly CashMove[], to: CashMove['to']): number {
  return cash.reduce((sum, move) => (move.to === to ? sum + move.amountFen : sum), 0);
}
