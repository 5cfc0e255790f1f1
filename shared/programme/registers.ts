import type { Register } from '../catalogue/register.ts';

/** States of a register's entries in which nothing is left to be cleared; none for a register that is not known. */
export function doneStates(registers: readonly Register[], id: string): ReadonlySet<string> {
  const states = registers.find((register) => register.id === id)?.states ?? [];
  return new Set(states.flatMap((state) => (state.done === true ? [state.id] : [])));
}
