import { countClock } from '../deadlines/count.ts';
import { DEADLINES } from '../deadlines/deadlines.ts';
import type { EventData } from '../events/registry.ts';
import type { ServiceMode } from '../events/serviceEvents.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import type { CaseDocument, CaseState, TimelineEntry } from './state.ts';

/** Members of a service beside those that every service has. */
export type ServiceMember =
  'refusalReason' | 'witness' | 'trackingNo' | 'receivedOn' | 'through' | 'eAddress' | 'ground' | 'tried' | 'photos';

/** A way of service: what is asked for, and what the law wants on record before it counts. */
export type ServiceRule = { readonly asks: readonly ServiceMember[]; readonly needs: readonly ServiceMember[] };

const SLIP = ['receivedOn', 'photos'] as const;

/**
 * Every way of service and its records (民事诉讼法 §88-95; 行政处罚法 §61). Of papers that are left a witness or photos are needed,
 * whichever there is (§89), which is a requirement of its own; where somebody signs, the signed receipt is scanned later.
 */
export const SERVICE_RULES: Readonly<Record<ServiceMode, ServiceRule>> = {
  direct: { asks: ['photos'], needs: [] },
  left: { asks: ['refusalReason', 'witness', 'photos'], needs: ['refusalReason'] },
  post: { asks: ['trackingNo', ...SLIP], needs: ['trackingNo', ...SLIP] },
  electronic: { asks: ['eAddress', 'photos'], needs: ['eAddress', 'photos'] },
  entrusted: { asks: ['through', ...SLIP], needs: ['through', ...SLIP] },
  forwarded: { asks: ['through', ...SLIP], needs: ['through', ...SLIP] },
  announcement: { asks: ['ground', 'tried', 'photos'], needs: ['ground', 'tried', 'photos'] },
};

/** What is known of a service; what was not typed yet is absent or empty. */
export type ServiceSaid = Pick<EventData<'document.served'>, 'mode'> &
  Partial<Readonly<Record<Exclude<ServiceMember, 'photos'>, string | undefined>>> & {
    readonly photos?: readonly string[] | undefined;
  };

/** The records that this way of service still lacks, in the order in which a form asks for them. */
export function serviceGaps(said: ServiceSaid): readonly ServiceMember[] {
  return SERVICE_RULES[said.mode].needs.filter((member) => (said[member] ?? '').length === 0);
}

/** Services whose signed 送达回证 is not in the file yet (民事诉讼法 §87); a decision on the spot is signed itself. */
export function unscannedReceipts({
  timeline,
  scans,
}: Pick<CaseState, 'timeline' | 'scans'>): readonly TimelineEntry[] {
  const scanned = new Set(scans.flatMap(({ paper, of }) => (paper === 'D30' ? [of] : [])));
  return timeline.filter(
    ({ type, tag, verdict, event }) =>
      type === 'document.served' && tag !== 'D21' && verdict.is !== 'void' && !scanned.has(event),
  );
}

/** What of a service says when it took effect. */
export type ServiceDay = { readonly on: ChinaDate; readonly isAnnounced: boolean };

/**
 * The day on which a paper counts as served: of what was announced the last of thirty days from the announcement, rolled to a
 * working day (民事诉讼法 §95, §85); otherwise the day of signing, leaving or arrival.
 */
export function effectiveOn({ on, isAnnounced }: ServiceDay, calendar?: WorkCalendar): ChinaDate {
  if (!isAnnounced) return on;
  return countClock({ deadline: DEADLINES.publicService, startOn: on }, calendar).dueOn ?? on;
}

/** The same of a document that was served. */
export function servedFrom(
  { on, mode }: Pick<NonNullable<CaseDocument['served']>, 'on' | 'mode'>,
  calendar?: WorkCalendar,
): ChinaDate {
  return effectiveOn({ on, isAnnounced: mode === 'announcement' }, calendar);
}

/** Photos of a paper of that record as it was signed by hand, the first scan first. */
export function scansOf({ scans }: Pick<CaseState, 'scans'>, kind: string, event: string): readonly string[] {
  return scans.flatMap(({ paper, of, photos }) => (paper === kind && of === event ? photos : []));
}
