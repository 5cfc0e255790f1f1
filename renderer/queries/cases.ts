import { useMemo, useSyncExternalStore } from 'react';

import type { CaseRow } from '#renderer/data/tables.ts';
import type { CaseStage, SupervisionState } from '#shared/case/state.ts';
import { streamOf } from '#shared/events/stream.ts';

import { useSession } from './meta.ts';
import { cases, store, useLive } from './store.ts';

export type { CaseRow } from '#renderer/data/tables.ts';

/** What a list of cases is narrowed to; absent parts do not narrow. `text` looks in title, shop, operator and numbers. */
export type CaseFilter = {
  readonly text?: string;
  readonly stages?: readonly CaseStage[];
  readonly supervision?: SupervisionState['is'];
  readonly siteId?: string;
  readonly inspection?: string;
  readonly org?: string;
};

/** Where the re-check stands on a day: 待复查 is a served notice whose due date has come. */
export type Recheck =
  | { readonly is: 'none' }
  | { readonly is: 'waiting'; readonly dueOn: string }
  | { readonly is: 'due' }
  | { readonly is: 'overdue'; readonly days: number };

const DAY_MS = 86_400_000;

/** The re-check of a case as of `today` (`YYYY-MM-DD`, Asia/Shanghai). Pure. */
export function recheckOf(
  row: { readonly stage: CaseStage; readonly dueOn?: string | undefined },
  today: string,
): Recheck {
  if (row.stage !== 'notice_served' || row.dueOn === undefined) return { is: 'none' };
  if (row.dueOn > today) return { is: 'waiting', dueOn: row.dueOn };
  if (row.dueOn === today) return { is: 'due' };
  return { is: 'overdue', days: Math.round((Date.parse(today) - Date.parse(row.dueOn)) / DAY_MS) };
}

function narrowed(rows: readonly CaseRow[], filter: CaseFilter): readonly CaseRow[] {
  return Object.keys(filter).length === 0 ? rows : rows.filter((row) => matches(row, filter));
}

function matches(row: CaseRow, filter: CaseFilter): boolean {
  const text = filter.text?.trim().toLowerCase() ?? '';
  if (filter.stages !== undefined && !filter.stages.includes(row.stage)) return false;
  if (filter.supervision !== undefined && row.supervision.is !== filter.supervision) return false;
  if (filter.siteId !== undefined && row.site.siteId !== filter.siteId) return false;
  if (filter.inspection !== undefined && row.inspection !== filter.inspection) return false;
  if (filter.org !== undefined && row.org !== filter.org) return false;
  if (text === '') return true;
  const haystack = [row.title, row.siteName, row.site.operator, ...row.documents.map((document) => document.number)];
  return haystack.some((part) => part.toLowerCase().includes(text));
}

/** Cases that match, last found first; `undefined` while loading. */
export function useCases(filter: CaseFilter = {}): readonly CaseRow[] | undefined {
  const all = useSyncExternalStore(cases.watch, cases.rows);
  const key = JSON.stringify(filter);
  return useMemo(() => (all === undefined ? undefined : narrowed(all, JSON.parse(key) as CaseFilter)), [all, key]);
}

/** As `useCases`, of the person's organisation: a case that was handed over is to be looked at, not worked on. */
export function useOwnCases(filter: CaseFilter = {}): readonly CaseRow[] | undefined {
  const org = useSession()?.org;
  return useCases(org === undefined ? filter : { ...filter, org });
}

/** Id of the case in whose stream an event stands. */
export function caseOf(event: string): string {
  return streamOf(event).replace(/^case:/, '');
}

/** One case; `undefined` while loading, `null` when it is not here. */
export function useCase(id: string): CaseRow | null | undefined {
  return useLive(async () => (await store.cases.get(id)) ?? null, [id]);
}
