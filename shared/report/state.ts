import type { EventData } from '../events/registry.ts';
import type { ReportData } from '../events/reportEvents.ts';

/** Event types that stand in the stream of a report. */
export type ReportEventType =
  | 'report.received'
  | 'report.merged'
  | 'report.unmerged'
  | 'report.triaged'
  | 'report.dispatched'
  | 'report.handled'
  | 'report.answered'
  | 'report.closed';

/** Where a report stands: 待受理 | 已受理 | 不受理 | 处理中 | 待回复 | 已回复 | 已办结 | 已合并. */
export type ReportStage = 'new' | 'accepted' | 'rejected' | 'dispatched' | 'handled' | 'answered' | 'closed' | 'merged';

/** Why a step does not count. */
export type ReportRefusal =
  | 'report_twice'
  | 'report_unknown'
  | 'report_closed'
  | 'report_merged'
  | 'report_not_merged'
  | 'report_into_itself'
  | 'report_not_accepted'
  | 'report_not_dispatched'
  | 'report_not_handled'
  | 'report_not_answered'
  | 'report_under_way'
  | 'report_other_org'
  | 'wrong_role';

/** One event of the stream, in order; `refusal`: why it changes nothing. */
export type ReportStep = {
  readonly event: string;
  readonly type: ReportEventType;
  readonly by: string;
  readonly wallAt: string;
  /** What it says in its own words. */
  readonly text: string;
  readonly refusal?: ReportRefusal | undefined;
};

/** A report, folded. Nothing in it says who reported. */
export type ReportState = {
  readonly id: string;
  readonly org: string;
  readonly by: string;
  readonly state: ReportStage;
  /** Top-level for the index. */
  readonly receivedAt: string;
  readonly data: ReportData;
  readonly mergedInto?: string | undefined;
  readonly triage?: EventData<'report.triaged'> | undefined;
  readonly dispatch?: EventData<'report.dispatched'> | undefined;
  readonly handled?: (EventData<'report.handled'> & { readonly by: string }) | undefined;
  readonly answer?: EventData<'report.answered'> | undefined;
  /** When it was answered or closed, by the author's wall clock: what the limit is held against. */
  readonly endedAt?: string | undefined;
  readonly steps: readonly ReportStep[];
};
