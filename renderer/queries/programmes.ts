import { Dexie } from 'dexie';

import { clearingOf, demolitionOf, proofContributions, type ClearedSite } from '#shared/programme/contributions.ts';
import type { IndicatorEntry } from '#shared/programme/entries.ts';
import type { Indicator, Programme } from '#shared/programme/programme.ts';
import { doneStates } from '#shared/programme/registers.ts';
import { entrySources, standingOf, type Sources, type Standing } from '#shared/programme/standing.ts';

import { store, useLive } from './store.ts';

/** An indicator and where it stands. */
export type IndicatorStanding = { readonly indicator: Indicator; readonly standing: Standing };

/**
 * Where the indicators of a plan stand in a year, by the records of this device; `undefined` while loading. Reads by index and
 * only what counts: demolitions that were accepted, inspections that prove something, the entries of a register.
 */
export function useStandings(plan: Programme, year: number, today: string): readonly IndicatorStanding[] | undefined {
  return useLive(async () => {
    const entries = (await store.indicators.toArray()).flatMap((row) => row.entries);
    return Promise.all(
      plan.indicators.map(async (indicator) => {
        const sources = await sourcesOf(indicator, year, today, entries);
        return { indicator, standing: standingOf(indicator, year, sources, today) };
      }),
    );
  }, [plan, year, today]);
}

async function sourcesOf(
  indicator: Indicator,
  year: number,
  today: string,
  entries: readonly IndicatorEntry[],
): Promise<Sources> {
  const { derived } = indicator;
  if (derived === undefined) return entrySources(entries, indicator, year);
  if (derived.from === 'demolitions') {
    const bounds = [`${String(year)}-01-01`, `${String(year)}-12-31`].map((on) => ['structure', on]);
    const cases = await store.cases.where('[procedure+acceptedOn]').between(bounds[0], bounds[1], true, true).toArray();
    return { made: cases.flatMap((row) => demolitionOf(row) ?? []) };
  }
  if (derived.from === 'inspections') {
    const inspections = await store.inspections.where('proves').equals(derived.measure).toArray();
    return { made: proofContributions(inspections, derived.measure, year, indicator.decimals) };
  }
  const sites: readonly ClearedSite[] = await store.sites
    .where('[register+state]')
    .between([derived.register, Dexie.minKey], [derived.register, Dexie.maxKey])
    .toArray();
  const { left, listed } = clearingOf(sites, derived, doneStates(derived.register), today);
  return { made: left, listed };
}

/** Every entry of an indicator in a year, the last one first, those that were corrected as well. */
export function useEntries(indicator: string, year: number): readonly IndicatorEntry[] | undefined {
  return useLive(async () => {
    const rows = (await store.indicators.toArray()).flatMap((row) => row.entries);
    const own = rows.filter((one) => one.indicator === indicator && one.year === year);
    return own.sort((a, b) => (a.at < b.at ? 1 : -1));
  }, [indicator, year]);
}
