import type { Officer } from '../events/fields.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { RequirementName } from './procedures/procedure.ts';
import type { CaseDocument, CaseState, RefusalCode } from './state.ts';

/**
 * What is known of a step that was taken or is about to be. Members that are not known are left out: a requirement is
 * held against a step only when what it needs is known.
 */
export type Attempt = {
  readonly state?: CaseState | undefined;
  readonly by?: string | undefined;
  readonly officer?: Officer | undefined;
  readonly second?: Officer | undefined;
  readonly on?: ChinaDate | undefined;
  readonly certificatesExpireOn?: readonly (ChinaDate | undefined)[] | undefined;
  readonly hasVerifiedCitation?: boolean | undefined;
  readonly hasNumber?: boolean | undefined;
  readonly notice?: { readonly noticeOn: ChinaDate; readonly dueOn: ChinaDate } | undefined;
  /** Id of the document that is served. */
  readonly document?: string | undefined;
  readonly service?:
    { readonly mode: 'direct' | 'left'; readonly hasReason: boolean; readonly hasProof: boolean } | undefined;
  /** The organisation that is to have the case. */
  readonly receiver?: string | undefined;
  /** Instant of the re-check. */
  readonly recheckedAt?: string | undefined;
};

/** One requirement: when it holds, and what is said, by which law, when it does not. */
export type Requirement = {
  readonly code: RefusalCode;
  readonly article: string;
  readonly holds: (attempt: Attempt) => boolean;
};

/** Every requirement of the procedures, stated once. */
export const REQUIREMENTS: Readonly<Record<RequirementName, Requirement>> = {
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
  witness_or_media: {
    code: 'witness_or_media_missing',
    article: '民事诉讼法 §89',
    holds: ({ service }) => service?.mode !== 'left' || (service.hasReason && service.hasProof),
  },
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
};

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

function isAfterService({ state, recheckedAt }: Attempt): boolean {
  const servedAt = currentDocument(state)?.served?.at;
  if (servedAt === undefined) return false;
  return recheckedAt === undefined || recheckedAt >= servedAt;
}
