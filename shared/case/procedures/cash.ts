import type { Procedure } from './procedure.ts';

/** A procedure in which cash of a fine is judged by why it was taken (行政处罚法 §68, §69), rules version 5. */
export function withCashRules({ name, transitions }: Procedure): Procedure {
  return {
    name,
    transitions: transitions.map((line) =>
      line.event === 'payment.entered' ? { ...line, requires: [...line.requires, 'cash_lawful'] } : line,
    ),
  };
}
