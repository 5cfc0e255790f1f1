import type { CaseRow } from '#renderer/queries/cases.ts';
import type { PersonInfo } from '#renderer/queries/people.ts';
import type { Matter } from '#shared/catalogue/matter.ts';

/** What a form of an act knows around its fields. */
export type FormPlace = {
  readonly caseId: string;
  readonly row: CaseRow;
  readonly type: string;
  readonly people: readonly PersonInfo[];
  readonly matters: readonly Matter[];
  /** What lies ahead has to be said; other instants left out are now. */
  readonly isPlanned: (member: string) => boolean;
};

const PLANNED: ReadonlySet<string> = new Set(['heldAt', 'startAt', 'endAt']);

/** See `FormPlace.isPlanned`. */
export function isPlanned(member: string): boolean {
  return PLANNED.has(member);
}
