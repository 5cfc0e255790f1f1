import type { ReportEventType, ReportRefusal, ReportStage, ReportState } from './state.ts';

type Judged = Pick<ReportState, 'id' | 'state' | 'data' | 'triage'>;

/** States from which a report can still be taken on or turned away: nobody was sent yet. */
const BEFORE_DISPATCH: ReadonlySet<ReportStage> = new Set(['new', 'accepted', 'rejected']);

/**
 * Whether a step may follow in this state; undefined when it may. Screens, guard and fold ask the same. A visit or a
 * suggestion can be answered and closed without anybody being sent.
 */
export function judgeReport(
  report: Judged | undefined,
  type: ReportEventType,
  into?: string,
): ReportRefusal | undefined {
  if (report === undefined) return type === 'report.received' ? undefined : 'report_unknown';
  if (type === 'report.received') return 'report_twice';
  if (type === 'report.unmerged') return report.state === 'merged' ? undefined : 'report_not_merged';
  if (report.state === 'merged') return 'report_merged';
  if (report.state === 'closed') return 'report_closed';
  return judgeOpen(report, type, into);
}

function judgeOpen(report: Judged, type: ReportEventType, into: string | undefined): ReportRefusal | undefined {
  const { state } = report;
  switch (type) {
    case 'report.merged':
      return into === report.id ? 'report_into_itself' : undefined;
    case 'report.triaged':
      return BEFORE_DISPATCH.has(state) ? undefined : 'report_under_way';
    case 'report.dispatched':
      return state === 'new' || state === 'rejected' ? 'report_not_accepted' : undefined;
    case 'report.handled':
      return state === 'dispatched' || state === 'handled' ? undefined : 'report_not_dispatched';
    case 'report.answered':
      return mayAnswer(report) ? undefined : 'report_not_handled';
    case 'report.closed':
      return state === 'answered' || isVisit(report) ? undefined : 'report_not_answered';
    default:
      return undefined;
  }
}

function isVisit({ data, state }: Judged): boolean {
  return data.kind === 'visit' && BEFORE_DISPATCH.has(state);
}

function mayAnswer({ state, data }: Judged): boolean {
  if (state === 'handled' || state === 'answered' || state === 'rejected') return true;
  return data.kind !== 'report' && BEFORE_DISPATCH.has(state);
}
