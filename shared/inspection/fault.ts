/** What can be wrong with a checklist that has the right shape. */
export type FaultCode =
  | 'duplicate_section'
  | 'duplicate_code'
  | 'duplicate_option'
  | 'empty_condition'
  | 'unknown_item'
  | 'later_item'
  | 'circle'
  | 'wrong_kind'
  | 'unknown_option'
  | 'other_entry'
  | 'unknown_matter'
  | 'duplicate_matter'
  | 'missing_weight'
  | 'limits'
  | 'severity_order'
  | 'band_at_zero'
  | 'duplicate_band'
  | 'points'
  | 'nothing_to_judge'
  | 'too_many_answers'
  | 'not_a_photo';

/** One thing that is wrong; `place` is the path of it in the file, `subject` what is meant there. */
export type ChecklistFault = { readonly code: FaultCode; readonly place: string; readonly subject: string };
