import type { ReportRow } from '#renderer/queries/reports.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { ReportSource } from '#shared/events/reportEvents.ts';
import { dueOf, type ReportDue } from '#shared/report/limits.ts';
import type { ReportStage } from '#shared/report/state.ts';

/** What the list shows. */
export const TABS = ['open', 'running', 'toAnswer', 'late', 'done', 'all'] as const;
/** See `TABS`. */
export type Tab = (typeof TABS)[number];

/** How many lines are shown at once. */
export const PAGE_SIZE = 50;

/** Further back than any limit. */
const URGENT_FIRST_MS = 1e12;

const STAGES: Readonly<Record<ReportStage, Exclude<Tab, 'late' | 'all'>>> = {
  new: 'open',
  accepted: 'open',
  dispatched: 'running',
  handled: 'toAnswer',
  rejected: 'toAnswer',
  answered: 'done',
  closed: 'done',
  merged: 'done',
};

/** A report with what it waits for. */
export type ReportEntry = { readonly row: ReportRow; readonly due: ReportDue | undefined };

/** Reports with what each waits for, what was taken on as urgent first, then by what is due; what is over comes last, newest first. */
export function entriesOf(
  rows: readonly ReportRow[],
  { limits, calendar }: Pick<Catalogue, 'limits' | 'calendar'>,
  nowMs: number,
): readonly ReportEntry[] {
  return rows
    .map((row) => ({ row, due: dueOf(row, limits, nowMs, calendar) }))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.row.receivedAt < b.row.receivedAt ? 1 : -1));
}

function rankOf({ row, due }: ReportEntry): number {
  if (due === undefined || due.over) return Number.MAX_SAFE_INTEGER;
  return isUrgent(row) ? due.dueMs - URGENT_FIRST_MS : due.dueMs;
}

/** True when it was taken on as urgent (紧急). */
export function isUrgent({ triage }: ReportRow): boolean {
  return triage?.verdict === 'accepted' && triage.urgent;
}

/** True when the entry stands in the tab. Late are those that still wait. */
export function isInTab({ row, due }: ReportEntry, tab: Tab): boolean {
  if (tab === 'all') return true;
  if (tab === 'late') return due?.late === true && !due.over;
  return STAGES[row.state] === tab;
}

/** True when source, organisation (empty: any) and words fit. Who reported is not searched: it is not here. */
export function matchesReport(
  { row }: ReportEntry,
  { source, text, org = '' }: { readonly source: ReportSource | 'all'; readonly text: string; readonly org?: string },
): boolean {
  if (org !== '' && row.org !== org) return false;
  if (source !== 'all' && row.data.source !== source) return false;
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const said = [row.data.external ?? '', row.data.text, row.data.place.address].join('\n');
  return wanted === '' || said.normalize('NFKC').toLowerCase().includes(wanted);
}
