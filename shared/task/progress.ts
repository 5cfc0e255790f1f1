import type { Position } from '../events/fields.ts';
import type { TaskPlan } from '../events/taskEvents.ts';
import { metresBetween, wgs84Of, type LonLat } from '../geo/datum.ts';
import { chinaDateAt, type ChinaDate } from '../kernel/chinaTime.ts';

/** What of a thing of a register a patrol needs. */
export type TaskSite = {
  readonly id: string;
  readonly register: string;
  readonly street: string;
  readonly address: string;
  readonly position?: Position | undefined;
};

/** What of an inspection tells whether it counts. */
export type TaskInspection = {
  readonly id: string;
  readonly org: string;
  readonly siteId: string;
  readonly checklist: string;
  readonly submittedAt: string;
};

/** How far a patrol is: what is still to be inspected, and what was, with the record. */
export type TaskProgress<S extends TaskSite = TaskSite> = {
  readonly open: readonly S[];
  readonly done: readonly { readonly site: S; readonly inspection: string }[];
};

/**
 * How far a patrol is: a site counts when somebody of the organisation submitted an inspection of it with that checklist within
 * the dates. Sites that left the register are no part of it any more. Pure.
 */
export function progressOf<S extends TaskSite>(
  { plan, org }: { readonly plan: TaskPlan; readonly org: string },
  sites: readonly S[],
  inspections: readonly TaskInspection[],
): TaskProgress<S> {
  const counting = new Map<string, string>();
  for (const one of inspections)
    if (one.org === org && one.checklist === plan.checklist && isWithin(plan, chinaDateAt(one.submittedAt)))
      counting.set(one.siteId, one.id);
  const only = plan.siteIds === undefined ? undefined : new Set(plan.siteIds);
  const open: S[] = [];
  const done: { site: S; inspection: string }[] = [];
  for (const site of sites) {
    if (only === undefined ? !isOfStreets(plan, site) : !only.has(site.id)) continue;
    const inspection = counting.get(site.id);
    if (inspection === undefined) open.push(site);
    else done.push({ site, inspection });
  }
  return { open, done };
}

function isWithin({ from, to }: TaskPlan, date: ChinaDate | undefined): boolean {
  return date !== undefined && from <= date && date <= to;
}

function isOfStreets({ streets, register }: TaskPlan, site: TaskSite): boolean {
  return site.register === register && streets.includes(site.street);
}

/**
 * The sites in the order to walk them: nearest first where it is known where somebody stands, whatever reference systems the
 * positions are of; the rest by address. Pure.
 */
export function inWalkingOrder<S extends TaskSite>(sites: readonly S[], from?: Position): readonly S[] {
  const here = from && wgs84Of(from);
  const ranked = sites.map((site) => ({ site, away: metresTo(site.position, here) }));
  return ranked
    .sort((a, b) => a.away - b.away || compare(a.site.address, b.site.address) || compare(a.site.id, b.site.id))
    .map(({ site }) => site);
}

/** Farther than anything on earth; no `Infinity`, whose difference with itself is no number. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

function metresTo(position: Position | undefined, here: LonLat | undefined): number {
  return position === undefined || here === undefined ? UNKNOWN : metresBetween(wgs84Of(position), here);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
