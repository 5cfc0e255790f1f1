import type { CaseState } from './state.ts';

/** A receipt's number as it is compared: no spaces, no full-width forms, no lower case. Two payments never share one. */
export function receiptKey(receipt: string): string {
  return receipt.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** Fen of the fine that are not paid; 0 when there is no fine. */
export function unpaidFen({ file }: CaseState): number {
  return Math.max(0, (file?.decided?.fineFen ?? 0) - (file?.paidFen ?? 0));
}

/** True when nothing of the fine is left, or there is none. */
export function isPaid(state: CaseState): boolean {
  return unpaidFen(state) === 0;
}
