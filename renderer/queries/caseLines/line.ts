import { pinyinInitial } from '#renderer/data/projections/pinyin.ts';
import type { CaseRow } from '#renderer/data/tables.ts';
import type { ProcedureName } from '#shared/case/procedures/names.ts';
import type { CaseStage } from '#shared/case/stages.ts';
import type { SupervisionState } from '#shared/case/state.ts';
import type { Position } from '#shared/events/fields.ts';
import { siteInitials } from '#shared/site/initials.ts';

import { handlersOf, mattersOf, textOf } from './facts.ts';
import { groupOf, type StageGroup } from './groups.ts';
import { dueOf, type NextDue } from './nextDue.ts';
import { paidOf, type PaidCase } from './paid.ts';
import { waitsFor, type Reader } from './waits.ts';

/** As much of a case as lists show. */
export type CaseLine = {
  readonly id: string;
  readonly org: string;
  /** The reader's organisation has it. */
  readonly isOwn: boolean;
  readonly title: string;
  readonly siteName: string;
  readonly siteId: string;
  readonly address: string;
  readonly position: Position | undefined;
  readonly inspection: string | undefined;
  readonly foundAt: string;
  readonly stage: CaseStage;
  readonly procedure: ProcedureName;
  readonly group: StageGroup;
  readonly supervision: SupervisionState['is'];
  /** What the brigade said last. */
  readonly said: string | undefined;
  /** Names of the pair, and of the last document that holds. */
  readonly officers: string;
  readonly number: string | undefined;
  readonly matters: readonly string[];
  /** Accounts of those who handle it. */
  readonly handlers: readonly string[];
  /** Until when the correction is due. */
  readonly dueOn: string | undefined;
  /** What the reader's organisation has to see to next. */
  readonly next: NextDue | undefined;
  /** Its payments, where it has some. */
  readonly paid: PaidCase | undefined;
  /** It waits for the reader: see `waitsFor`. */
  readonly waits: boolean;
};

const initials = new Map<string, string>();

/** Looked up once for each of the few thousand characters that names are made of. */
function initialOf(char: string): string {
  const known = initials.get(char) ?? pinyinInitial(char);
  initials.set(char, known);
  return known;
}

/** The line of a case for somebody who reads it at some hour. */
export function lineOf(row: CaseRow, reader: Reader): CaseLine {
  const isOwn = row.org === reader.org;
  const group = groupOf(row);
  const next = isOwn && group !== 'ended' ? dueOf(row, reader.today, reader.calendar) : undefined;
  return {
    ...{ id: row.id, org: row.org, isOwn, title: row.title, siteName: row.siteName, siteId: row.site.siteId },
    ...{ address: row.site.address, position: row.site.position },
    ...{ inspection: row.inspection, foundAt: row.foundAt, stage: row.stage, procedure: row.procedure, group },
    ...{ supervision: row.supervision.is, said: row.supervision.text },
    officers: [row.officer?.name ?? '', row.second?.name ?? ''].filter((name) => name !== '').join('、'),
    number: row.documents.findLast((document) => document.voided === undefined)?.number,
    ...{ matters: mattersOf(row), handlers: handlersOf(row), dueOn: row.dueOn, next },
    paid: paidOf(row),
    waits: waitsFor(row, reader),
  };
}

/** What a search looks through, in lower case: texts, and pinyin initials of shop and operator. */
export function searchedIn(row: CaseRow): string {
  return [textOf(row), siteInitials(row.siteName, row.site.operator, initialOf)].join('\n');
}
