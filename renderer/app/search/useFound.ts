import { useMemo } from 'react';

import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useReports } from '#renderer/queries/reports.ts';
import { useRole } from '#renderer/queries/role.ts';
import { useSites } from '#renderer/queries/sites.ts';
import { canSee } from '#shared/access/permissions.ts';

/** Lines of each kind that are shown. */
const MOST = 6;

/** Something that was found, and where it leads. */
export type Found = { readonly href: string; readonly title: string; readonly text: string };
/** What was found, by kind; kinds without anything are left out. */
export type FoundGroup = { readonly kind: 'sites' | 'cases' | 'reports'; readonly items: readonly Found[] };

/** Looks through everything that this person is shown; `undefined` while the first answer is under way. */
export function useFound(query: string): readonly FoundGroup[] | undefined {
  const role = useRole();
  const sites = useSites(query, { most: MOST });
  const cases = useCaseLines({ text: query, sort: 'newest', most: MOST });
  const reports = useReports();
  return useMemo(() => {
    if (query.trim() === '' || role === undefined) return [];
    if (sites === undefined || cases === undefined || reports === undefined) return undefined;
    const folder = (['cases', 'review'] as const).find((screen) => canSee(role, screen));
    const wanted = query.trim().toLowerCase();
    const groups: readonly FoundGroup[] = [
      {
        kind: 'sites',
        items: canSee(role, 'sites')
          ? sites.rows.map(({ id, name, operator, address }) => {
              return { href: `/sites/${id}`, title: name, text: `${operator} · ${address}` };
            })
          : [],
      },
      {
        kind: 'cases',
        items:
          folder === undefined
            ? []
            : cases.lines.map(({ id, title, officers, number }) => {
                const text = [number ?? '', officers].filter((part) => part !== '').join(' · ');
                return { href: `/${folder}/${id}`, title, text };
              }),
      },
      {
        kind: 'reports',
        items: canSee(role, 'reports')
          ? reports
              .filter((row) => `${row.data.text} ${row.data.place.address}`.toLowerCase().includes(wanted))
              .slice(0, MOST)
              .map((row) => ({
                href: `/reports/${row.id}`,
                title: row.data.text,
                text: row.data.place.address,
              }))
          : [],
      },
    ];
    return groups.filter(({ items }) => items.length > 0);
  }, [query, role, sites, cases, reports]);
}
