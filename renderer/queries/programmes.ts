import type { IndicatorEntry } from '#shared/programme/entries.ts';
import type { Programme } from '#shared/programme/programme.ts';

import { useCatalogue } from './catalogue.ts';
import { standingsIn, type IndicatorStanding } from './standings.ts';
import { store, useLive } from './store.ts';

export type { IndicatorStanding } from './standings.ts';

/** Where the indicators of a plan stand in a year, by the records of this device; `undefined` while loading. */
export function useStandings(plan: Programme, year: number, today: string): readonly IndicatorStanding[] | undefined {
  const catalogue = useCatalogue();
  const registers = catalogue?.registers;
  return useLive(
    () => standingsIn(store, plan, { year, today, registers: registers ?? [] }),
    [...[plan, year, today, registers]],
  );
}

/** Every entry of an indicator in a year, the last one first, those that were corrected as well. */
export function useEntries(indicator: string, year: number): readonly IndicatorEntry[] | undefined {
  return useLive(async () => {
    const rows = (await store.indicators.toArray()).flatMap((row) => row.entries);
    const own = rows.filter((one) => one.indicator === indicator && one.year === year);
    return own.sort((a, b) => (a.at < b.at ? 1 : -1));
  }, [indicator, year]);
}

/** Ids of indicators of which something was entered in a year. */
export function useEntered(year: number): ReadonlySet<string> {
  const ids = useLive(async () => {
    const rows = (await store.indicators.toArray()).flatMap((row) => row.entries);
    return rows.flatMap((one) => (one.year === year ? [one.indicator] : []));
  }, [year]);
  return new Set(ids);
}
