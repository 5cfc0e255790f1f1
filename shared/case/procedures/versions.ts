import { withCashRules } from './cash.ts';
import { CORRECTION } from './correction.ts';
import { CORRECTION_WITH_HANDOVER } from './correctionHandover.ts';
import { DOCUMENT_LINES } from './documentLines.ts';
import { REPORT_LINES } from './hearing.ts';
import { withInstalmentRules } from './instalments.ts';
import type { ProcedureName } from './names.ts';
import { ORDINARY } from './ordinary.ts';
import type { Procedure } from './procedure.ts';
import { withServiceRules } from './service.ts';
import { SPOT } from './spot.ts';
import { STRUCTURE } from './structure.ts';

type Tables = Readonly<Partial<Record<ProcedureName, Procedure>>>;

const ORDINARY_WITH_LINES = withLines(ORDINARY, DOCUMENT_LINES.ordinary);
const SPOT_WITH_LINES = withLines(SPOT, DOCUMENT_LINES.spot);
const STRUCTURE_WITH_LINES = withLines(STRUCTURE, DOCUMENT_LINES.structure);

const WITH_SERVICE = {
  correction: withServiceRules(CORRECTION_WITH_HANDOVER),
  ordinary: withCashRules(withServiceRules(ORDINARY_WITH_LINES)),
  spot: withCashRules(withServiceRules(SPOT_WITH_LINES)),
  structure: withCashRules(withServiceRules(STRUCTURE_WITH_LINES)),
} as const satisfies Tables;

const WITH_INSTALMENTS = {
  correction: WITH_SERVICE.correction,
  ordinary: withInstalmentRules(WITH_SERVICE.ordinary),
  spot: withInstalmentRules(WITH_SERVICE.spot),
  structure: WITH_SERVICE.structure,
} as const satisfies Tables;

/** Tables of every rules version, the newest last; a version never changes once events name it. */
const VERSIONS: readonly Tables[] = [
  { correction: CORRECTION },
  { correction: CORRECTION_WITH_HANDOVER },
  { correction: CORRECTION_WITH_HANDOVER, ordinary: ORDINARY, spot: SPOT, structure: STRUCTURE },
  {
    correction: CORRECTION_WITH_HANDOVER,
    ordinary: ORDINARY_WITH_LINES,
    spot: SPOT_WITH_LINES,
    structure: STRUCTURE_WITH_LINES,
  },
  WITH_SERVICE,
  WITH_INSTALMENTS,
  {
    ...WITH_INSTALMENTS,
    ordinary: withLines(WITH_INSTALMENTS.ordinary, REPORT_LINES),
    structure: withLines(WITH_INSTALMENTS.structure, REPORT_LINES),
  },
];

/** Version of the procedure tables that events made now are judged by; raised with each change of a table. */
export const RULES_VERSION = VERSIONS.length;

/** The first version in which a case can be handed over. */
export const HANDOVER_SINCE = 2;

/** The first version that has files beside the correction flow. */
export const FILES_SINCE = 3;

/** The first version with every way of service, in which a period given in days is counted again from the day of service. */
export const SERVICE_SINCE = 5;

/**
 * The table that an event is judged by: that of the version it names, so that an update never flips an old case. For a
 * version this app does not have, the newest one it has; the case is read-only then. Undefined for a procedure that the
 * version did not have.
 */
export function procedureOf(rules: number, name: ProcedureName): Procedure | undefined {
  return (VERSIONS[rules - 1] ?? VERSIONS.at(-1))?.[name];
}

function withLines(procedure: Procedure, more: Procedure['transitions']): Procedure {
  return { ...procedure, transitions: [...procedure.transitions, ...more] };
}

/** True when this app has the tables of that version. */
export function knowsRules(rules: number): boolean {
  return VERSIONS[rules - 1] !== undefined;
}
