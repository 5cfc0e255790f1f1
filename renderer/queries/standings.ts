import type { XunzhiDatabase } from '#renderer/data/tables.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { clearingOf, demolitionOf, proofContributions, type ClearedSite } from '#shared/programme/contributions.ts';
import type { IndicatorEntry } from '#shared/programme/entries.ts';
import type { Indicator, Programme } from '#shared/programme/programme.ts';
import { progressOf, type Progress } from '#shared/programme/progress.ts';
import { doneStates } from '#shared/programme/registers.ts';
import { entrySources, standingOf, type Sources, type Standing } from '#shared/programme/standing.ts';

import { inRegister } from './inRegister.ts';

/** An indicator, where it stands, and how it gets on. */
export type IndicatorStanding = {
  readonly indicator: Indicator;
  readonly standing: Standing;
  readonly progress: Progress;
};

/** As of which day of which year, and by which registers. */
export type AsOf = { readonly year: number; readonly today: string; readonly registers: readonly Register[] };

/**
 * Where the indicators of a plan stand by what the store holds. Reads by index and only what counts: demolitions that were
 * accepted, inspections that prove something, the entries of a register; cases of other kinds cost nothing.
 */
export async function standingsIn(
  db: XunzhiDatabase,
  plan: Programme,
  asOf: AsOf,
): Promise<readonly IndicatorStanding[]> {
  const entries = (await db.indicators.toArray()).flatMap((row) => row.entries);
  return Promise.all(
    plan.indicators.map(async (indicator) => {
      const sources = await sourcesOf(db, indicator, asOf, entries);
      const standing = standingOf(indicator, asOf.year, sources, asOf.today);
      return { indicator, standing, progress: progressOf(indicator, standing, asOf.year, asOf.today) };
    }),
  );
}

async function sourcesOf(
  db: XunzhiDatabase,
  indicator: Indicator,
  { year, today, registers }: AsOf,
  entries: readonly IndicatorEntry[],
): Promise<Sources> {
  const { derived } = indicator;
  if (derived === undefined) return entrySources(entries, indicator, year);
  if (derived.from === 'demolitions') {
    const cases = await db.cases
      .where('[procedure+acceptedOn]')
      .between(['structure', `${String(year)}-01-01`], ['structure', `${String(year)}-12-31`], true, true)
      .toArray();
    return { made: cases.flatMap((row) => demolitionOf(row) ?? []) };
  }
  if (derived.from === 'inspections') {
    const inspections = await db.inspections.where('proves').equals(derived.measure).toArray();
    return { made: proofContributions(inspections, derived.measure, year, indicator.decimals) };
  }
  const sites: readonly ClearedSite[] = await inRegister(db, derived.register).toArray();
  const { left, listed, unmeasured } = clearingOf(
    sites,
    { ...derived, decimals: indicator.decimals },
    doneStates(registers, derived.register),
    today,
  );
  return { made: left, listed, unmeasured };
}
