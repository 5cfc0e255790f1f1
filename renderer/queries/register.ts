import { readRegister } from '#renderer/data/numbers/readRegister.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import type { RegisterLine } from '#shared/documents/register.ts';

import { caseOf } from './cases.ts';
import { useSession } from './meta.ts';
import { store, useLive } from './store.ts';

/** Keys (`<org>:<kind>:<year>`) of the series of which the own organisation has blocks here; `undefined` while loading. */
export function useSeries(): readonly string[] | undefined {
  const org = useSession()?.org ?? '';
  return useLive(async () => {
    const keys = await store.leases.where('series').startsWith(`${org}:`).uniqueKeys();
    return keys.map(String);
  }, [org]);
}

/** The register of a series; `undefined` while loading. */
export function useRegister(series: string | undefined): readonly RegisterLine[] | undefined {
  return useLive(async () => (series === undefined ? [] : readRegister(store, series)), [series]);
}

/** The case that a spent number belongs to, and the document as the case knows it. */
export type NumberedCase = {
  readonly id: string;
  readonly org: string;
  readonly title: string;
  readonly document: CaseDocument | undefined;
};

/** The cases of spent numbers by the event that spent them; those that are not here are left out. */
export function useNumberedCases(lines: readonly RegisterLine[]): ReadonlyMap<string, NumberedCase> {
  const spent = lines.flatMap((line) => (line.is === 'spent' ? [line] : []));
  const key = spent.map(({ event }) => event).join(' ');
  const found = useLive(async () => {
    const rows = await store.cases.bulkGet(spent.map(({ event }) => caseOf(event)));
    return spent.flatMap(({ event, document }, at) => {
      const row = rows[at];
      if (row === undefined) return [];
      const named = row.documents.find((one) => one.document === document);
      return [[event, { id: row.id, org: row.org, title: row.title, document: named }] as const];
    });
  }, [key]);
  return new Map(found);
}
