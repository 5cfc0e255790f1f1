import { measured, type Measure } from '../../../scripts/report/report.ts';

/** The four ways in which a run can go wrong; the ids of the measures of every entry. */
export const WRONGS = ['lost', 'duplicated', 'diverged', 'invisible'] as const;

/** See `WRONGS`. `lost` and `duplicated`: acknowledged things; `diverged`: two places that say different things; `invisible`: what nobody is told. */
export type Wrong = (typeof WRONGS)[number];

/** What was found wrong, each thing once, however often it is looked for. */
export class Findings {
  readonly #found = new Map<Wrong, Set<string>>(WRONGS.map((wrong) => [wrong, new Set()]));

  add(wrong: Wrong, what: string): void {
    this.#found.get(wrong)?.add(what);
  }

  of(wrong: Wrong): readonly string[] {
    return [...(this.#found.get(wrong) ?? [])];
  }

  /** Everything that is wrong, one line each; empty when all is well. */
  get lines(): readonly string[] {
    return WRONGS.flatMap((wrong) => this.of(wrong).map((what) => `${wrong}: ${what}`));
  }

  /** Takes over what another run found. */
  take(other: Findings, label: string): void {
    for (const wrong of WRONGS) for (const what of other.of(wrong)) this.add(wrong, `${label}${what}`);
  }

  /** The measures that every entry ends with; any count above 0 fails the run. */
  get measures(): readonly Measure[] {
    return WRONGS.map((wrong) => measured(wrong, this.of(wrong).length, 'things', { goal: '== 0' }));
  }
}

/** What was done, by name: faults of each kind, steps of each kind. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#counts.set(name, this.of(name) + count);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** One measure a name, `<prefix><name>`, in the order of the alphabet. */
  measures(prefix: string, unit: string): readonly Measure[] {
    return [...this.#counts].sort().map(([name, count]) => measured(`${prefix}${name}`, count, unit));
  }
}
