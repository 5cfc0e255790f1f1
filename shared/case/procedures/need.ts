import type { DeadlineId } from '../../deadlines/deadlines.ts';
import type { RefusalCode } from '../refusals.ts';

import type { ActKey } from './names.ts';

/** Requirements that are the same wherever they stand; each is defined once in `requirements`. */
export type RequirementName =
  | 'two_officers'
  | 'valid_certificates'
  | 'verified_citation'
  | 'granted_number'
  | 'deadline_after_notice'
  | 'notice_issued'
  | 'witness_or_media'
  | 'electronic_agreed'
  | 'electronic_recorded'
  | 'slip_recorded'
  | 'forwarded_recorded'
  | 'announcement_recorded'
  | 'handed_on_the_spot'
  | 'after_service'
  | 'period_over'
  | 'another_org'
  // of a file
  | 'not_in_future'
  | 'two_named'
  | 'document_issued'
  | 'in_power'
  | 'not_time_barred'
  | 'matter_simple'
  | 'penalty_given'
  | 'amount_verified'
  | 'fine_within_spot_limit'
  | 'fine_as_notified'
  | 'penalty_as_decided'
  | 'of_age'
  | 'no_new_facts'
  | 'same_day'
  | 'discussed_if_grave'
  | 'hearing_if_threshold'
  | 'hearing_asked_in_time'
  | 'hearing_notice_days'
  | 'notice_served'
  | 'hearing_asked_or_by_agency'
  | 'on_day_called'
  | 'hearing_done_if_asked'
  | 'by_hearing_host'
  | 'no_recusal_open'
  | 'order_period_over'
  | 'not_demolished'
  | 'reported_if_spot'
  | 'measures_ended'
  | 'party_known'
  | 'review_after_hearing'
  | 'defence_reviewed'
  | 'basis_for_measure'
  | 'approved_or_urgent'
  | 'own_enforcement'
  | 'no_own_enforcement'
  | 'remedy_over'
  | 'no_remedy_pending'
  | 'paid_or_ended'
  | 'unpaid'
  | 'cash_held'
  | 'cash_lawful'
  | 'instalments_several'
  | 'instalments_in_order'
  | 'instalments_make_up'
  | 'instalments_or_days'
  | 'corrected'
  | 'by_day'
  | 'on_working_day'
  | 'not_returned'
  | 'not_issued_twice'
  | 'fork_open'
  // of documents
  | 'measure_without_paper'
  | 'measure_has_basis'
  | 'measure_approved'
  | 'handled_in_time'
  | 'hearing_still_ahead'
  | 'not_performed'
  | 'substitute_later';

/**
 * What a step needs. `acts`: one of these was done before, and soundly.  `over`: that clock has
 * run out, or one of the acts spares it. `within`: it has not. `independent`: whoever acts took no part in these acts.
 */
export type Need =
  | RequirementName
  | { readonly acts: readonly ActKey[]; readonly code?: RefusalCode; readonly article: string }
  | { readonly over: DeadlineId; readonly unless?: readonly ActKey[]; readonly article: string }
  | { readonly within: DeadlineId; readonly article: string }
  | { readonly independent: readonly ActKey[]; readonly article: string };
