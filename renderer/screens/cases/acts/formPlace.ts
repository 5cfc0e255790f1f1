import type { CaseRow } from '#renderer/queries/cases.ts';
import type { PersonInfo } from '#renderer/queries/people.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import type { Matter } from '#shared/catalogue/matter.ts';

/** What a form of an act knows around its fields. */
export type FormPlace = {
  readonly caseId: string;
  readonly row: CaseRow;
  readonly act: ActKey;
  readonly people: readonly PersonInfo[];
  readonly matters: readonly Matter[];
};
