import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { ProvingChecklist } from '#shared/inspection/proofs.ts';
import { sha256Text } from '#shared/kernel/hash.ts';
import { BUILT_IN_CALENDAR, calendarVersion, type WorkCalendar } from '#shared/kernel/workCalendar.ts';

/** What of the catalogue projections are folded by: the days off, and the checklists whose records prove something. */
export type JudgedBy = {
  readonly calendar: WorkCalendar;
  readonly checklists: readonly (ProvingChecklist & { readonly version: number })[];
};

/** The days off that come with the app, and no checklist that proves anything. */
export const BUILT_IN: JudgedBy = { calendar: BUILT_IN_CALENDAR, checklists: [] };

/** What projections are folded by with this catalogue; small enough to be sent to another thread with every batch. */
export function judgedBy({ calendar, checklists }: Pick<Catalogue, 'calendar' | 'checklists'>): JudgedBy {
  const proving: JudgedBy['checklists'] = checklists;
  const kept = proving.flatMap(({ id, version, proofs = [] }) =>
    proofs.length === 0 ? [] : [{ id, version, proofs }],
  );
  return { calendar, checklists: kept };
}

/** Stores fold all streams again when this changes. */
export function judgedVersion({ calendar, checklists }: JudgedBy): string {
  const proofs = checklists.length === 0 ? '' : sha256Text(JSON.stringify(checklists)).slice(0, 12);
  return `${calendarVersion(calendar)}|${proofs}`;
}
