import { useEffect, useState } from 'react';

import type { SiteRow } from '#renderer/data/tables.ts';

import { useCatalogue } from './catalogue.ts';
import { askSites } from './lines/client.ts';
import { steady } from './lines/steady.ts';
import type { Told } from './lines/told.ts';
import type { SiteMatches, SiteQuestion } from './siteLines/siteIndex.ts';
import { store, useLive } from './store.ts';

export type { SiteRow } from '#renderer/data/tables.ts';
export type { SiteEntry, SiteMatches } from './siteLines/siteIndex.ts';

/** How many things a list shows at once; the search narrows further. */
export const SITE_LIMIT = 50;

/**
 * The registers, searched in a worker; `undefined` while the first answer is under way, afterwards the last answer stays
 * until the next one comes.
 */
export function useSites(query: string, narrowed: Partial<Omit<SiteQuestion, 'query'>> = {}): SiteMatches | undefined {
  const catalogue = useCatalogue();
  const registers = catalogue === undefined ? undefined : (catalogue?.registers ?? NONE);
  const key = JSON.stringify({ most: SITE_LIMIT, ...narrowed, query } satisfies SiteQuestion);
  const [told, setTold] = useState<Told<SiteMatches>>();
  useEffect(
    () =>
      registers === undefined
        ? undefined
        : askSites(registers, JSON.parse(key) as SiteQuestion, (now) =>
            setTold((before) => withSameLines(before, now)),
          ),
    [registers, key],
  );
  if (told !== undefined && 'problem' in told) throw new Error(told.problem);
  return told?.answer;
}

const NONE: never[] = [];

function withSameLines(before: Told<SiteMatches> | undefined, now: Told<SiteMatches>): Told<SiteMatches> {
  if (before === undefined || 'problem' in before || 'problem' in now) return now;
  return { answer: { ...now.answer, rows: steady(before.answer.rows, now.answer.rows) } };
}

/** One thing; `undefined` while loading, `null` when it is not here. */
export function useSite(id: string): SiteRow | null | undefined {
  return useLive(async () => (await store.sites.get(id)) ?? null, [id]);
}
