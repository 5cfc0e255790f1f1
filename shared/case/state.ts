import type { Deadline, Finding } from '../events/caseEvents.ts';
import type { Officer, SecondSignature } from '../events/fields.ts';
import type { SiteSnapshot } from '../events/siteEvents.ts';
import type { Brand } from '../kernel/brand.ts';

/** The uuid of a case. */
export type CaseId = Brand<string, 'CaseId'>;

/** Where a correction case stands (domain: 责令改正). 待复查 is `notice_served` with a due date that has come. */
export type CaseStage = 'found' | 'fixed_on_site' | 'notice_issued' | 'notice_served' | 'fixed' | 'not_fixed';

/** What the fold made of one event: applied; kept but without effect (void); or kept and applied against the rules. */
export type Verdict =
  | { readonly is: 'applied' }
  | { readonly is: 'void'; readonly reason: RefusalCode; readonly article: string }
  | { readonly is: 'flagged'; readonly reason: RefusalCode; readonly article: string };

/**
 * Why a step of the correction flow is closed. A verdict's `article` names the law behind it and is empty where the rule
 * is the app's own.
 */
export type RefusalCode =
  | 'already_open'
  | 'not_open'
  | 'wrong_stage'
  | 'wrong_role'
  | 'same_officer_twice'
  | 'certificate_expired'
  | 'no_verified_citation'
  | 'no_number'
  | 'notice_not_issued'
  | 'deadline_before_notice'
  | 'recheck_before_service'
  | 'witness_or_media_missing'
  | 'fork'
  | 'unknown_matter'
  /** 已移交: the case belongs to another organisation now. */
  | 'handed_over'
  /** A case cannot be handed over to the organisation that has it. */
  | 'same_org'
  /** 未到期: a case was called not corrected while its period still ran. */
  | 'recheck_before_due'
  /** The stream holds something this version of the app is too old to judge. */
  | 'read_only';

/** One line of a case's timeline, in order of the events' stamps. */
export type TimelineEntry = {
  readonly event: string;
  readonly type: string;
  readonly at: string;
  readonly wallAt: string;
  readonly by: string;
  readonly role: string;
  readonly org: string;
  readonly second?: string | undefined;
  readonly verdict: Verdict;
  readonly detail?: string | undefined;
};

/** A document as the case knows it. */
export type CaseDocument = {
  readonly document: string;
  readonly kind: 'D07';
  readonly number: string;
  readonly issuedAt: string;
  readonly noticeOn: string;
  readonly deadline: Deadline;
  readonly modelHash: string;
  readonly pdfSha256: string;
  readonly pdfBytes: number;
  readonly pages: number;
  readonly event: string;
  readonly served?:
    | {
        readonly mode: 'direct' | 'left';
        readonly at: string;
        readonly receiver: string;
        readonly relation: string;
        readonly photos: readonly string[];
      }
    | undefined;
  readonly voided?: string | undefined;
};

/** What the supervision brigade said last, beside the procedure: it never moves the case. */
export type SupervisionState = {
  readonly is: 'none' | 'returned' | 'accepted';
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  readonly text?: string | undefined;
};

/** A hand-over of the case from one organisation to another. */
export type Handover = {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** The state folded from the events of one `case:<uuid>` stream. */
export type CaseState = {
  readonly id: CaseId;
  /** The organisation that has the case: the one that opened it until it is handed over. */
  readonly org: string;
  /** Every hand-over that took effect, the last one last. */
  readonly handovers: readonly Handover[];
  readonly title: string;
  readonly stage: CaseStage;
  readonly foundAt: string;
  readonly site: SiteSnapshot;
  readonly inspection?: string | undefined;
  readonly findings: readonly Finding[];
  readonly facts: string;
  readonly officer: Officer;
  readonly second: SecondSignature;
  /** Sha-256 of every photo the case shows, in order of appearance, without doubles. */
  readonly photos: readonly string[];
  readonly documents: readonly CaseDocument[];
  /** The date until which the correction is due, from the last valid notice. */
  readonly dueOn?: string | undefined;
  readonly recheck?:
    | {
        readonly at: string;
        readonly result: 'fixed' | 'not_fixed';
        readonly photos: readonly string[];
        readonly note?: string | undefined;
      }
    | undefined;
  readonly onSiteFix?:
    | {
        readonly at: string;
        readonly before: readonly string[];
        readonly after: readonly string[];
        readonly note?: string | undefined;
      }
    | undefined;
  readonly supervision: SupervisionState;
  readonly timeline: readonly TimelineEntry[];
  /** True when the stream holds something this app is too old to judge: the case is read-only here. */
  readonly readOnly: boolean;
  /**
   * Id of the last applied event that moved the case or decided something: what a new decision `follows`. Photos and
   * number grants do not change it, so that two decisions made without knowledge of each other name the same one.
   */
  readonly head: string;
};
