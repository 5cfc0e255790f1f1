import type { CaseRow, DraftRow, InspectionRow, ReportRow } from '#renderer/data/tables.ts';

import { useSession } from './meta.ts';
import { store, useLive } from './store.ts';

/** What was done in the field for a report, newest first; `drafts`: the own forms begun for it. */
export type ReportWork = {
  readonly inspections: readonly InspectionRow[];
  readonly cases: readonly CaseRow[];
  readonly drafts: readonly DraftRow[];
};

/** Further than anybody merges; two reports that were merged into each other end here. */
const MOST_STEPS = 20;

/** The reports that are answered together with this one: the one it hangs on, and all that hang on that. */
async function groupOf(report: ReportRow): Promise<readonly ReportRow[]> {
  const group = new Map([[report.id, report]]);
  let into = report.mergedInto;
  for (let step = 0; into !== undefined && !group.has(into) && step < MOST_STEPS; step += 1) {
    const main: ReportRow | undefined = await store.reports.get(into);
    if (main !== undefined) group.set(main.id, main);
    into = main?.mergedInto;
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = group.size;
    const hanging = await store.reports
      .where('mergedInto')
      .anyOf([...group.keys()])
      .toArray();
    for (const one of hanging) group.set(one.id, one);
    if (group.size === before) break;
  }
  return [...group.values()];
}

/** The inspections and cases that came of a report, of those merged with it too; `undefined` while loading. */
export function useReportWork(report: ReportRow): ReportWork | undefined {
  const user = useSession()?.user;
  return useLive(async () => {
    const group = await groupOf(report);
    const ids = group.map(({ id }) => id);
    const named = group.flatMap(({ handled }) => [handled?.inspectionId, handled?.caseId]);
    const keys = named.filter((id) => id !== undefined);
    const [inspections, cases, drafts] = await Promise.all([
      store.inspections.where('report').anyOf(ids).or('id').anyOf(keys).toArray(),
      store.cases.where('report').anyOf(ids).or('id').anyOf(keys).toArray(),
      store.drafts.where('kind').anyOf(['inspection', 'file']).toArray(),
    ]);
    return {
      inspections: inspections.sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1)),
      cases: cases.sort((a, b) => (a.foundAt < b.foundAt ? 1 : -1)),
      drafts: drafts.filter(({ by, content }) => by === user && ids.includes(reportIn(content) ?? '')),
    };
  }, [report, user]);
}

function reportIn(content: unknown): string | undefined {
  const { report } = (content ?? {}) as { readonly report?: unknown };
  return typeof report === 'string' ? report : undefined;
}

/** A record that may have come of a report. */
export type OfReport =
  | { readonly is: 'inspection' | 'case'; readonly id: string; readonly report?: string | undefined }
  | { readonly is: 'draft'; readonly report?: string | undefined };

/**
 * The reports that an inspection or a case is about: the one it was begun for, and those whose result names it. `undefined`
 * while loading.
 */
export function useReportsBehind(record: OfReport): readonly ReportRow[] | undefined {
  const id = record.is === 'draft' ? undefined : record.id;
  return useLive(async () => {
    const own = record.report === undefined ? undefined : await store.reports.get(record.report);
    const index = record.is === 'case' ? 'handled.caseId' : 'handled.inspectionId';
    const naming = id === undefined ? [] : await store.reports.where(index).equals(id).toArray();
    return [...(own === undefined ? [] : [own]), ...naming.filter((one) => one.id !== own?.id)];
  }, [record.is, id, record.report]);
}
