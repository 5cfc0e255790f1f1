import { CORRECTION } from './correction.ts';
import { CORRECTION_WITH_HANDOVER } from './correctionHandover.ts';
import type { Procedure } from './procedure.ts';

/** Version of the procedure tables that events made now are judged by; raised with each change of a table. */
export const RULES_VERSION = CORRECTION_WITH_HANDOVER.rules;

const BY_VERSION: ReadonlyMap<number, Procedure> = new Map(
  [CORRECTION, CORRECTION_WITH_HANDOVER].map((procedure) => [procedure.rules, procedure]),
);

/**
 * The table that an event is judged by: that of the version it names, so that an update never flips an old case. For a
 * version this app does not have, the newest one it has; the case is read-only then.
 */
export function procedureOf(rules: number): Procedure {
  return BY_VERSION.get(rules) ?? CORRECTION_WITH_HANDOVER;
}

/** True when this app has the table of that version. */
export function knowsRules(rules: number): boolean {
  return BY_VERSION.has(rules);
}
