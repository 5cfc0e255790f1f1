import type { Checklist } from '../inspection/checklist.ts';
import { bandOf } from '../inspection/score.ts';

/** When a thing stands on the list of the good or of the bad (红黑榜), by its inspections. A proposal; the bureau sets it. */
export type StandingRule = {
  /** Bands of the last inspection that put it on the red list, and on the black one. */
  readonly red: readonly string[];
  readonly black: readonly string[];
  /** So many last inspections in a row in one of these bands put it on the black list as well. */
  readonly failing: readonly string[];
  readonly failures: number;
};

/** Where a thing stands, and whether for its last inspection or for repeated failures. */
export type Standing = { readonly is: 'red' } | { readonly is: 'black'; readonly by: 'last' | 'repeated' };

/** An inspection as far as a list asks. */
export type Inspected = {
  readonly checklist: string;
  readonly checklistVersion: number;
  readonly scoreTenths: number;
  readonly submittedAt: string;
};

/**
 * Where a thing stands by its inspections, in any order. Undefined without inspections, with an average last one, or where the last
 * was by a checklist version that is not here: nobody is put on a list by what cannot be read. No penalty follows from it.
 */
export function standingOf(
  inspections: readonly Inspected[],
  checklists: readonly Checklist[],
  { red, black, failing, failures }: StandingRule,
): Standing | undefined {
  const bands = [...inspections]
    .sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : a.submittedAt > b.submittedAt ? -1 : 0))
    .map((one) => {
      const list = checklists.find(({ id, version }) => id === one.checklist && version === one.checklistVersion);
      return list === undefined ? undefined : bandOf(list, one.scoreTenths)?.id;
    });
  const [last] = bands;
  if (last === undefined) return undefined;
  if (black.includes(last)) return { is: 'black', by: 'last' };
  const recent = bands.slice(0, failures);
  if (recent.length === failures && recent.every((band) => band !== undefined && failing.includes(band)))
    return { is: 'black', by: 'repeated' };
  return red.includes(last) ? { is: 'red' } : undefined;
}
