import { err, ok, type Result } from '../kernel/result.ts';

import { problemsOf, programmeShape, type Programme, type ProgrammeProblem } from './programme.ts';

/** One thing that keeps a text from being a plan: `shape` comes from the schema, with its message as subject. */
export type ProgrammeFault = {
  readonly code: ProgrammeProblem['code'] | 'not_json' | 'shape' | 'unknown_reference' | 'unit_changed';
  readonly place: string;
  readonly subject: string;
};

/** What a plan is checked against beside itself: what it may name, and the plans that are there already. */
export type KnownToPlans = {
  readonly checklists: readonly {
    readonly id: string;
    readonly proofs?: readonly { readonly measure: string }[] | undefined;
  }[];
  readonly registers: readonly { readonly id: string }[];
  readonly matters: readonly { readonly code: string }[];
  readonly programmes: readonly Programme[];
};

/** Reads a plan from the text of a file; refused with everything that is wrong, by place. */
export function readProgramme(text: string, known?: KnownToPlans): Result<Programme, readonly ProgrammeFault[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return err([{ code: 'not_json', place: '', subject: error instanceof Error ? error.message : '' }]);
  }
  const read = programmeShape.safeParse(json);
  if (!read.success)
    return err(
      read.error.issues.map(({ path, message }) => ({ code: 'shape', place: path.join('.'), subject: message })),
    );
  const faults = [...problemsOf(read.data), ...(known === undefined ? [] : againstKnown(read.data, known))];
  return faults.length > 0 ? err(faults) : ok(read.data);
}

/** Names of things that are not there would be counted for ever as no data; see also `unit_changed`. */
function againstKnown(plan: Programme, known: KnownToPlans): readonly ProgrammeFault[] {
  const isRegister = (id: string): boolean => known.registers.some((one) => one.id === id);
  const isThere: Readonly<Record<string, (ref: string) => boolean>> = {
    checklist: (ref) => known.checklists.some(({ id }) => id === ref),
    register: isRegister,
    matter: (ref) => known.matters.some(({ code }) => code === ref || code.startsWith(`${ref}-`)),
  };
  const rows = plan.rows.flatMap(({ id, serves }) =>
    serves.filter(({ by, ref }) => isThere[by]?.(ref) === false).map(({ by, ref }) => unknown(id, `${by} ${ref}`)),
  );
  const derived = plan.indicators.flatMap(({ id, derived: of }): ProgrammeFault[] => {
    if (of?.from === 'clearing' && !isRegister(of.register)) return [unknown(id, `register ${of.register}`)];
    if (of?.from !== 'inspections') return [];
    const isProved = known.checklists.some(({ proofs = [] }) => proofs.some(({ measure }) => measure === of.measure));
    return isProved ? [] : [unknown(id, `measure ${of.measure}`)];
  });
  return [...rows, ...derived, ...changedUnits(plan, known.programmes)];
}

function unknown(place: string, subject: string): ProgrammeFault {
  return { code: 'unknown_reference', place, subject };
}

/** What was entered under an id stays: in another unit, or cut at another decimal, it would say something else. */
function changedUnits(plan: Programme, others: readonly Programme[]): readonly ProgrammeFault[] {
  return plan.indicators.flatMap(({ id, unit, decimals }): ProgrammeFault[] => {
    const all = others.flatMap(({ indicators }) => indicators.filter((one) => one.id === id));
    const other = all.find((one) => one.unit !== unit || one.decimals !== decimals);
    return other === undefined
      ? []
      : [{ code: 'unit_changed', place: id, subject: `${other.unit} ${String(other.decimals)}` }];
  });
}
