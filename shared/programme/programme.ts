import { z } from 'zod';

import { verificationField } from '../events/fields.ts';

/**
 * How the app serves a row of the plan. `checklist`, `register`, `indicator` and `matter` name something of the catalogue by
 * its id (a matter by its code or its family), `document` a document or paper by its kind; `intake`, `export` and `screen` an
 * address of the app; `note` says in words what the app does instead, or that it does nothing.
 */
export const SERVED_BY = [
  ...(['checklist', 'register', 'indicator', 'matter', 'document'] as const),
  ...(['intake', 'export', 'screen', 'note'] as const),
] as const;
/** See `SERVED_BY`. */
export type ServedBy = (typeof SERVED_BY)[number];

/** What records an indicator is computed from, and which measure of theirs. */
const derivationField = z.discriminatedUnion('from', [
  /** Illegal structures demolished in accepted cases: their area in 0.01 m². */
  z.strictObject({ from: z.literal('demolitions') }),
  /** Submitted inspections that prove the measure (`shared/inspection/proofs.ts`); of a site the last one counts. */
  z.strictObject({ from: z.literal('inspections'), measure: z.string().regex(/^[a-z-]+$/) }),
  /** Entries of the register that are to be cleared and are not done: how many, or the sum of a numeric field of theirs. */
  z.strictObject({ from: z.literal('clearing'), register: z.string(), field: z.string().optional() }),
]);
/**
 * An indicator (指标). Its values are integers in the smallest unit: with `decimals` 2 and unit 公里, 1250 is 12.50 公里.
 * `direction`: at least, at most, down to zero, yes or no, or without a target. `aggregation`: months are added up (`sum` of
 * amounts, `count` of things), or the `latest` month counts, or what `remaining` of an inventory.
 */
export const indicatorField = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
    name: z.string().min(1).max(60),
    unit: z.string().max(10),
    decimals: z.int().min(0).max(4),
    direction: z.enum(['>=', '<=', '->0', 'bool', 'none']),
    target: z.int().min(0).optional(),
    aggregation: z.enum(['sum', 'count', 'latest', 'remaining']),
    source: z.enum(['manual', 'derived']),
    derived: derivationField.optional(),
    /** A value counts as proved only with an attached report. */
    evidenceRequired: z.boolean(),
    /** The day by which it is due, where that is not the end of the year. */
    dueOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  })
  .refine((one) => (one.source === 'derived') === (one.derived !== undefined), 'derived says from what')
  .refine((one) => !['>=', '<=', '->0'].includes(one.direction) || one.target !== undefined, 'a target is missing');
/** See `indicatorField`. */
export type Indicator = z.infer<typeof indicatorField>;

/** A row of the plan as it was published, and how the app serves it. */
export const programmeRowField = z.strictObject({
  id: z.string().regex(/^\d(\.\d[a-z]?)?$/),
  name: z.string().min(1).max(100),
  target: z.string().max(100),
  /** 重点: printed bold in the plan. */
  bold: z.boolean().optional(),
  serves: z.array(z.strictObject({ by: z.enum(SERVED_BY), ref: z.string().min(1).max(300) })).min(1),
});
/** See `programmeRowField`. */
export type ProgrammeRow = z.infer<typeof programmeRowField>;

/** The plan of a year as far as its shape goes; see `programmeField`. */
export const programmeShape = z.strictObject({
  schema: z.literal('xunzhi.programme.v1'),
  year: z.int().min(2000).max(2100),
  /** A later version replaces the targets of its year; absent on the first. */
  version: z.int().min(1).max(999_999).default(1),
  name: z.string().min(1).max(100),
  verification: verificationField,
  rows: z.array(programmeRowField).min(1).max(200),
  indicators: z.array(indicatorField).max(200),
});

/** The plan of a year: its rows and its indicators. */
export const programmeField = programmeShape.superRefine((plan, context) => {
  for (const { code, subject } of problemsOf(plan)) context.addIssue({ code: 'custom', message: `${code} ${subject}` });
});
/** See `programmeField`. */
export type Programme = z.infer<typeof programmeField>;

/** What does not fit together inside a plan: doubled ids, rows that name no indicator there is, indicators that no row names. */
export type ProgrammeProblem = {
  readonly code: 'doubled' | 'no_such_indicator' | 'not_in_a_row';
  readonly place: string;
  readonly subject: string;
};

/** See `ProgrammeProblem`. */
export function problemsOf({ rows, indicators }: Pick<Programme, 'rows' | 'indicators'>): ProgrammeProblem[] {
  const named = rows.flatMap(({ id, serves }) =>
    serves.flatMap(({ by, ref }) => (by === 'indicator' ? [{ place: id, ref }] : [])),
  );
  const ids = indicators.map(({ id }) => id);
  const doubled = [...rows.map(({ id }) => id), ...ids].filter((id, at, all) => all.indexOf(id) !== at);
  const missing = named.filter(({ ref }) => !ids.includes(ref));
  const unnamed = ids.filter((id) => !named.some(({ ref }) => ref === id));
  return [
    ...doubled.map((id) => ({ code: 'doubled', place: id, subject: id }) as const),
    ...missing.map(({ place, ref }) => ({ code: 'no_such_indicator', place, subject: ref }) as const),
    ...unnamed.map((id) => ({ code: 'not_in_a_row', place: id, subject: id }) as const),
  ];
}

/** The plan whose targets hold in that year: the last version of its own, or of the last one before it; undefined when there is none. */
export function programmeOf(programmes: readonly Programme[], year: number): Programme | undefined {
  const before = programmes
    .filter((plan) => plan.year <= year)
    .sort((a, b) => b.year - a.year || b.version - a.version);
  return before[0];
}

/** Indicators of other plans, the last first, that this one does not have and of which something was entered: it stays to be read. */
export function droppedIndicators(
  programmes: readonly Programme[],
  plan: Programme,
  entered: ReadonlySet<string>,
): readonly Indicator[] {
  const found = new Map<string, Indicator>();
  for (const { indicators } of programmes.toSorted((a, b) => b.year - a.year || b.version - a.version))
    for (const one of indicators) if (entered.has(one.id) && !found.has(one.id)) found.set(one.id, one);
  return [...found.values()].filter(({ id }) => !plan.indicators.some((one) => one.id === id));
}
