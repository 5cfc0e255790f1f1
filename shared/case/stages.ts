/** Where a correction case stands (domain: 责令改正). 待复查 is `notice_served` with a due date that has come. */
export type CorrectionStage = 'found' | 'fixed_on_site' | 'notice_issued' | 'notice_served' | 'fixed' | 'not_fixed';

/** Where a file stands that goes by the ordinary, on-the-spot or illegal-structure procedure. */
// prettier-ignore
export type FileStage =
  | 'clue' | 'verifying' | 'not_filed' | 'filed' | 'investigating' | 'investigated' | 'legal_review' | 'passed'
  | 'notice_approved' | 'hearing' | 'hearing_review' | 'deliberation' | 'decided' | 'no_penalty' | 'served' | 'urged'
  | 'enforcement_decided' | 'court_applied' | 'enforced' | 'closed' | 'archived' | 'transferred' | 'terminated' | 'revoked'
  | 'spot_draft' | 'spot_issued' | 'spot_delivered' | 'reported' | 'converted'
  | 'stop_ordered' | 'identified' | 'gov_ordered' | 'demolished' | 'accepted';

/** Where a case stands. `found` and `notice_issued` exist in several procedures. */
export type CaseStage = CorrectionStage | FileStage;
