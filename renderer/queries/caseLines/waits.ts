import type { CaseRow } from '#renderer/data/tables.ts';
import { mayWrite } from '#shared/access/permissions.ts';
import type { Role } from '#shared/access/roles.ts';
import { lastAct, wasDone } from '#shared/case/acts.ts';
import { fileSteps, type ActContext, type ActInfo } from '#shared/case/fileSteps.ts';
import { isAboutMeasure } from '#shared/case/measurePapers.ts';
import type { ActKey } from '#shared/case/procedures/names.ts';
import { transitionFor } from '#shared/case/procedures/procedure.ts';
import { procedureOf, RULES_VERSION } from '#shared/case/procedures/versions.ts';
import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { recheckOf } from './recheck.ts';

/** Who looks at the list, and when: `nowMs` in Unix milliseconds, `today` the date of it in Asia/Shanghai. */
export type Reader = {
  readonly user: string;
  readonly role: Role | undefined;
  readonly org: string | undefined;
  readonly certificateExpiresOn?: string | undefined;
  readonly nowMs: number;
  readonly today: string;
  /** Days off of the bureau; without them those that come with the app. */
  readonly calendar?: WorkCalendar | undefined;
};

/** Ways out of the usual course: open nearly always, and nobody waits for them. */
const ASIDE: ReadonlySet<ActKey> = new Set<ActKey>([
  ...(['case.notFiled', 'case.noPenalty', 'case.terminated', 'case.transferred', 'case.revoked'] as const),
  ...(['case.converted', 'structure.demolished:self', 'structure.demolished:assisted'] as const),
]);

/** Acts that answer an earlier one, once: they wait from that act until they are taken. */
const ANSWERS: Readonly<Record<string, readonly ActKey[]>> = {
  'case.told': ['case.opened:spot'],
  'hearing.called': ['hearing.requested'],
  'statement.reviewed': ['statement.made'],
  'case.rechecked:fixed': ['document.served:D21', 'document.served:D22'],
  'case.approved:urge': ['document.served:D21', 'document.served:D22', 'document.served:D24'],
  'document.posted:D26': ['document.issued:D26'],
  'demolition.scheduled': ['government.ordered:demolition'],
};

/** Given when the officers see reason to: orders to stop or correct once a file is filed, a summons, how to pay. */
const ORDERS: ReadonlySet<ActKey> = new Set<ActKey>([
  ...(['document.issued:D06', 'document.issued:D07', 'document.issued:D04'] as const),
  ...(['document.issued:D29', 'document.issued:D33'] as const),
]);

/**
 * 待办: whether a case waits for this person. In the correction flow: no notice yet, not served, re-check due; of a file:
 * a step that leads on, is open now and is of this person's role; of both: returned by the brigade. Never a case of
 * another organisation.
 */
export function waitsFor(row: CaseRow, reader: Reader): boolean {
  if (row.org !== reader.org) return false;
  if (row.supervision.is === 'returned' && reader.role !== undefined && mayWrite(reader.role, 'photo.added'))
    return true;
  if (row.file === undefined) return correctionWaits(row, reader.today);
  const isOver = row.file.isEnded || OVER.has(row.stage);
  if (reader.role === undefined || (isOver && !mayWrite(reader.role, 'case.archived'))) return false;
  const context: ActContext = {
    by: reader.user,
    role: reader.role,
    org: reader.org,
    nowMs: reader.nowMs,
    certificatesExpireOn: [reader.certificateExpiresOn],
  };
  return fileSteps(row, context).some((info) => info.open && info.mine && leadsOn(row, info));
}

/** Only the archive waits for these. */
const OVER: ReadonlySet<string> = new Set([
  ...['closed', 'archived', 'not_filed', 'terminated', 'transferred', 'revoked', 'converted'],
]);

function correctionWaits(row: CaseRow, today: string): boolean {
  if (row.stage === 'found' || row.stage === 'notice_issued') return true;
  const recheck = recheckOf(row, today);
  return recheck.is === 'due' || recheck.is === 'overdue';
}

/** True for a step that brings the file on, false for what may always be recorded or decided beside. */
function leadsOn(row: CaseRow, { act }: ActInfo): boolean {
  if (ASIDE.has(act)) return false;
  const questions = ANSWERS[act];
  if (questions !== undefined) {
    const question = lastAct(row, questions);
    return question !== undefined && !wasDone(row, [act], question);
  }
  const [event = '', tag] = act.split(':');
  const table = procedureOf(RULES_VERSION, row.procedure);
  const line = table === undefined ? undefined : transitionFor(table, event, tag, row.stage);
  const papers = row.documents.filter(({ kind, voided }) => kind === tag && voided === undefined);
  if (event === 'document.served') return papers.some(({ served }) => served === undefined);
  // A new notice while the decision is pending is the exception.
  if (act === 'case.approved:notice') return row.stage === 'passed';
  if (line?.to !== undefined || (event === 'document.issued' && isAboutMeasure(tag))) return true;
  return event === 'document.issued' && papers.length === 0 && (row.stage === 'found' || !ORDERS.has(act));
}
