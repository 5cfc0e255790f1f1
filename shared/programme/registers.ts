const DONE: Readonly<Record<string, readonly string[]>> = { ad: ['removed'] };

/** States of a register's entries in which nothing is left to be cleared. */
export function doneStates(register: string): ReadonlySet<string> {
  return new Set(DONE[register] ?? []);
}
