import type { CaseState } from '../case/state.ts';
import { chinaDateAt, type ChinaDate } from '../kernel/chinaTime.ts';

import type { IndicatorEntry } from './entries.ts';

/** A record that an indicator is made of: how much, of whom, on which day, and what it is. */
export type Contribution = {
  readonly is: 'case' | 'inspection' | 'site' | 'entry';
  /** The uuid of the record; of an entry the id of its event. */
  readonly id: string;
  readonly title: string;
  readonly org: string;
  readonly on: ChinaDate;
  readonly value: number;
  /** Names of the parts of the whole it belongs to. */
  readonly parts: readonly string[];
  readonly entry?: IndicatorEntry | undefined;
};

type CaseOfPlan = Pick<CaseState, 'id' | 'org' | 'title' | 'file' | 'supervision'>;

/** The day the supervision brigade accepted the case, as long as it has not returned it since; else undefined. */
export function acceptedOn({ supervision }: Pick<CaseState, 'supervision'>): ChinaDate | undefined {
  return supervision.is === 'accepted' && supervision.at !== undefined ? chinaDateAt(supervision.at) : undefined;
}

/**
 * What a case adds to 拆除违建, in 0.01 m²: undefined unless it is accepted and a demolition took effect that shows another photo
 * after than before. Where the squad leader's acceptance measured less, that counts. It counts on the day of acceptance.
 */
export function demolitionOf(one: CaseOfPlan): Contribution | undefined {
  const on = acceptedOn(one);
  const demolished = one.file?.demolished;
  if (on === undefined || demolished === undefined) return undefined;
  const { mode, areaE2, before = [], after = [] } = demolished;
  if (before.length === 0 || !after.some((photo) => !before.includes(photo))) return undefined;
  const value = Math.min(areaE2, one.file?.acceptedAreaE2 ?? areaE2);
  const parts = [mode, one.file?.structure?.being ?? 'unknown'];
  return { is: 'case', id: one.id, title: one.title, org: one.org, on, value, parts };
}

type InspectionOfPlan = {
  readonly id: string;
  readonly org: string;
  readonly siteId: string;
  readonly submittedAt: string;
  readonly site: { readonly name: string };
  readonly amounts: Readonly<Record<string, string>>;
};

/**
 * What inspections of a year prove of a measure, in the smallest unit. The same place is not counted twice: of the inspections
 * of a site the last one that proves the measure counts.
 */
export function proofContributions(
  inspections: readonly InspectionOfPlan[],
  measure: string,
  year: number,
  decimals: number,
): readonly Contribution[] {
  const bySite = new Map<string, Contribution & { readonly at: string }>();
  for (const { id, org, siteId, submittedAt, site, amounts } of inspections) {
    const on = chinaDateAt(submittedAt);
    const value = integerOf(amounts[measure], decimals);
    if (on === undefined || !on.startsWith(`${String(year)}-`) || value === undefined) continue;
    const before = bySite.get(siteId);
    if (before !== undefined && `${before.at}${before.id}` > `${submittedAt}${id}`) continue;
    bySite.set(siteId, { is: 'inspection', id, title: site.name, org, on, value, parts: [], at: submittedAt });
  }
  return [...bySite.values()].map(({ at: _at, ...one }) => one);
}

/** An entry of a register as far as clearing goes. */
export type ClearedSite = {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  readonly register?: string | undefined;
  readonly state?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
};

/**
 * What is to be cleared: all of it, what of it is left, and how many of those left have no number. Nothing listed at all is no
 * data, never cleared.
 */
export type Clearing = {
  readonly listed: number;
  readonly left: readonly Contribution[];
  readonly unmeasured: number;
};

/** What is cleared: a register, and which of its numbers, with so many decimals, is added up. */
type Cleared = {
  readonly register: string;
  readonly field?: string | undefined;
  readonly decimals?: number | undefined;
};

/**
 * What is left of the entries of a register whose flag `clearing` is set, as of that day. `field`: the number that is added
 * up, counted as zero where it is missing; absent: each counts one.
 */
export function clearingOf(
  sites: readonly ClearedSite[],
  { register, field, decimals = 0 }: Cleared,
  done: ReadonlySet<string>,
  on: ChinaDate,
): Clearing {
  const listed = sites.filter((site) => site.register === register && site.fields?.['clearing'] === 'yes');
  const numberOf = ({ fields }: ClearedSite): number | undefined =>
    field === undefined ? 1 : integerOf(fields?.[field], decimals);
  const left = listed.filter(({ state }) => state === undefined || !done.has(state));
  return {
    listed: listed.reduce((sum, site) => sum + (numberOf(site) ?? 0), 0),
    left: left.map((site) => ({
      is: 'site',
      ...{ id: site.id, title: site.name, org: site.org, on, value: numberOf(site) ?? 0, parts: [] },
    })),
    unmeasured: left.filter((site) => numberOf(site) === undefined).length,
  };
}

/** Decimal text as an integer with so many decimals, what is finer cut off; undefined when it is no number from zero on. */
export function integerOf(text: string | undefined, decimals: number): number | undefined {
  const match = /^(\d{1,11})(?:\.(\d+))?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, whole = '', rest = ''] = match;
  return Number(`${whole}${rest.slice(0, decimals).padEnd(decimals, '0')}`);
}
