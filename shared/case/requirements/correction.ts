import { chinaDateAt } from '../../kernel/chinaTime.ts';
import { servedFrom } from '../service.ts';
import type { CaseDocument, CaseState } from '../state.ts';

import type { Attempt, Requirements } from './attempt.ts';

/** What the correction flow needs, beside what every step of a file needs, too (行政处罚法 §28, §42; 民事诉讼法 §87-89). */
export const CORRECTION_REQUIREMENTS = {
  two_officers: { code: 'same_officer_twice', article: '行政处罚法 §42', holds: areTwoOfficers },
  valid_certificates: {
    code: 'certificate_expired',
    article: '行政处罚法 §42',
    holds: ({ on, certificatesExpireOn }) =>
      on === undefined || (certificatesExpireOn ?? []).every((date) => date === undefined || date >= on),
  },
  verified_citation: {
    code: 'no_verified_citation',
    article: '行政处罚法 §38',
    holds: ({ hasVerifiedCitation }) => hasVerifiedCitation !== false,
  },
  granted_number: { code: 'no_number', article: '', holds: ({ hasNumber }) => hasNumber !== false },
  deadline_after_notice: {
    code: 'deadline_before_notice',
    article: '行政处罚法 §28',
    holds: ({ notice }) => notice === undefined || notice.dueOn >= notice.noticeOn,
  },
  notice_issued: { code: 'notice_not_issued', article: '民事诉讼法 §87', holds: isNoticeIssued },
  after_service: { code: 'recheck_before_service', article: '民事诉讼法 §87', holds: isAfterService },
  another_org: {
    code: 'same_org',
    article: '',
    holds: ({ state, receiver }) => receiver === undefined || receiver !== state?.org,
  },
  period_over: {
    code: 'recheck_before_due',
    article: '行政处罚法 §28',
    holds: ({ state, on }) => on === undefined || state?.dueOn === undefined || on >= state.dueOn,
  },
} as const satisfies Requirements;

/** The last document of the case that is not voided; the one that counts. */
export function currentDocument(state: CaseState | undefined): CaseDocument | undefined {
  return state?.documents.findLast((document) => document.voided === undefined);
}

function areTwoOfficers({ by, officer, second }: Attempt): boolean {
  if (officer === undefined || second === undefined) return true;
  if (by !== undefined && officer.user !== by) return false;
  return officer.user !== second.user && officer.certificate !== second.certificate;
}

function isNoticeIssued({ state, document }: Attempt): boolean {
  const current = currentDocument(state);
  return document === undefined ? current !== undefined : current?.document === document;
}

/** A re-check follows what took effect: to the minute where papers were handed over, to the day otherwise. */
function isAfterService({ state, recheckedAt, calendar }: Attempt): boolean {
  const served = currentDocument(state)?.served;
  if (served === undefined) return false;
  if (recheckedAt === undefined) return true;
  if (served.mode === 'direct' || served.mode === 'left') return recheckedAt >= served.at;
  return (chinaDateAt(recheckedAt) ?? '') >= servedFrom(served, calendar);
}
