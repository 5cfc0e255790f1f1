/** What a measure is held against, e.g. `<= 120` or `== 0`. */
export type Goal = `${'<=' | '>=' | '=='} ${number}`;

/** One thing that was measured or seen. Texts, such as a hash, have the unit that says what they are. */
export type Measure = {
  readonly id: string;
  readonly value: number | string;
  readonly unit: string;
  /** The same measure of what it is compared with. */
  readonly against?: number;
  /** `value / against`. */
  readonly ratio?: number;
  readonly goal?: Goal;
  readonly met?: boolean;
};

/** The one format of demo, bench and faults. */
export type Report = {
  readonly name: string;
  readonly status: 'ok' | 'failed';
  /** Of the app, Electron, Node and whatever else took part. */
  readonly versions: Readonly<Record<string, string>>;
  readonly seed: string | null;
  readonly measures: readonly Measure[];
};

/** A measure with its ratio and whether its goal was met filled in. A ratio to 0 is left out. */
export function measured(
  id: string,
  value: number | string,
  unit: string,
  { against, goal }: { readonly against?: number; readonly goal?: Goal } = {},
): Measure {
  const isNumber = typeof value === 'number';
  return {
    id,
    value,
    unit,
    ...(against === undefined ? {} : { against }),
    ...(isNumber && against ? { ratio: Math.round((value / against) * 1000) / 1000 } : {}),
    ...(goal === undefined ? {} : { goal, met: isNumber && isMet(value, goal) }),
  };
}

/**
 * A report that is `ok` only when no goal was missed and nothing else went wrong.
 * `problem`: what broke the run off; it becomes a measure of its own.
 */
export function aReport(
  name: string,
  parts: Pick<Report, 'versions' | 'seed' | 'measures'> & { readonly problem?: string | undefined },
): Report {
  const { problem, versions, seed } = parts;
  const measures = problem === undefined ? parts.measures : [...parts.measures, measured('problem', problem, 'text')];
  const isOk = problem === undefined && measures.length > 0 && measures.every(({ met }) => met !== false);
  return { name, status: isOk ? 'ok' : 'failed', versions, seed, measures };
}

function isMet(value: number, goal: Goal): boolean {
  const [sign, text] = goal.split(' ');
  const limit = Number(text);
  if (sign === '<=') return value <= limit;
  return sign === '>=' ? value >= limit : value === limit;
}
