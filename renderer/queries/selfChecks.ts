import type { SelfCheckRow } from '#renderer/data/tables.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { allianceRates, type AllianceRate, type SelfCheck } from '#shared/site/selfCheck.ts';

import { inRegister } from './inRegister.ts';
import { store, useLive } from './store.ts';

export type { SelfCheck } from '#shared/site/selfCheck.ts';

/** The own checks of an alliance at a shop, the newest first; `undefined` while loading. */
export function useSelfChecks(siteId: string): readonly SelfCheck[] | undefined {
  return useLive(async () => (await store.selfChecks.get(siteId))?.checks ?? [], [siteId]);
}

/** How each alliance checks itself in a month (`YYYY-MM`), of one organisation; shops in a state that ends them (`ended`) are no members. `undefined` while loading. */
export function useAllianceRates(
  month: string,
  org: string | undefined,
  ended: readonly string[],
): readonly AllianceRate[] | undefined {
  return useLive(async () => {
    const members: { readonly id: string; readonly alliance: string }[] = [];
    await inRegister(store, DEFAULT_REGISTER).each(({ id, org: of, state, fields }) => {
      const alliance = fields?.['allianceName'] ?? '';
      if (of === org && alliance !== '' && !ended.includes(state)) members.push({ id, alliance });
    });
    const rows: readonly SelfCheckRow[] = await store.selfChecks.toArray();
    const checks = rows
      .filter((row) => row.org === org)
      .flatMap(({ id, checks: all }) => all.map((check) => ({ siteId: id, check })))
      .filter(({ check }) => check.checkedOn.startsWith(month));
    return allianceRates(members, checks);
  }, [month, org, ended.join(' ')]);
}

/** A shop as the rows of a table of own checks find it. */
export type KnownShop = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly alliance: string;
};

/** The shops of an organisation and what was checked there, to match a table with. Read once. */
export async function readShopsToMatch(
  org: string,
): Promise<{ readonly shops: readonly KnownShop[]; readonly checks: ReadonlyMap<string, readonly SelfCheck[]> }> {
  const shops: KnownShop[] = [];
  await inRegister(store, DEFAULT_REGISTER).each(({ id, org: of, name, uscc = '', fields }) => {
    if (of === org) shops.push({ id, name, uscc, alliance: fields?.['allianceName'] ?? '' });
  });
  const rows = await store.selfChecks.toArray();
  return { shops, checks: new Map(rows.map(({ id, checks }) => [id, checks])) };
}
