import type { ReporterRow, ReportRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { ReportRow } from '#renderer/data/tables.ts';

/** Every report of this device, newest first; `undefined` while loading. */
export function useReports(): readonly ReportRow[] | undefined {
  return useLive(() => store.reports.orderBy('receivedAt').reverse().toArray(), []);
}

/** One report; `undefined` while loading, `null` when it is not here. */
export function useReport(id: string): ReportRow | null | undefined {
  return useLive(async () => (await store.reports.get(id)) ?? null, [id]);
}

/** Who reported; `null` when nobody is known here. Ask only for those who may know it. */
export function useReporter(id: string): ReporterRow | null | undefined {
  return useLive(async () => (await store.reporters.get(id)) ?? null, [id]);
}
