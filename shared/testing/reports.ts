import type { EventEnvelope, EventHeader } from '../events/envelope.ts';
import type { EventData } from '../events/registry.ts';

import { aUuid, EventLog, isoAt, ORG } from './builders.ts';

export const REPORT = aUuid(70);
export const REPORT_STREAM = `report:${REPORT}`;

/** The data of a valid report. */
export function aReport(overrides: Partial<EventData<'report.received'>> = {}): EventData<'report.received'> {
  return {
    kind: 'report',
    source: 'hotline',
    text: '团城山公园门口有人占道卖水果，影响通行',
    place: { address: '杭州西路公园门口' },
    matter: '09006',
    happenedAt: isoAt(-3600),
    receivedAt: isoAt(0),
    photos: [],
    ...overrides,
  };
}

/** Header overrides of somebody of the organisation, in the stream of the report. */
export function asRole(role: string, overrides: Partial<EventHeader> = {}): Partial<EventHeader> {
  return { stream: REPORT_STREAM, role: `${ORG}/${role}`, by: role, ...overrides };
}

/** The data of a report that was taken on and is due an hour after the builders' clock starts. */
export const ACCEPTED: EventData<'report.triaged'> = {
  verdict: 'accepted',
  urgent: false,
  limit: { id: 'street-order', name: '占道、店外经营', count: 4, unit: 'work_hour', dueAt: isoAt(3600) },
};

/** A report from its intake to its end, merged and taken apart again in between, with steps that may not be. */
export function aReportHistory(): EventEnvelope[] {
  const log = new EventLog();
  const clerk = asRole('clerk');
  return [
    log.next('report.received', aReport(), clerk),
    log.next('report.handled', { result: '还没有派遣', photos: [] }, asRole('officer')),
    log.next('report.triaged', ACCEPTED, clerk),
    log.next('report.merged', { into: aUuid(71), reason: '同一件事' }, clerk),
    log.next('report.dispatched', { team: '一中队', note: '' }, clerk),
    log.next('report.unmerged', { reason: '不是同一处' }, clerk),
    log.next('report.dispatched', { officer: { user: 'chen', name: '陈军' }, note: '请今天去' }, clerk),
    log.next('report.answered', { text: '太早', way: 'phone', at: isoAt(60) }, clerk),
    log.next('report.handled', { result: '已劝离', photos: [] }, asRole('officer')),
    log.next('report.answered', { text: '已劝离摊贩', way: 'phone', at: isoAt(1800) }, asRole('officer')),
    log.next('report.answered', { text: '已劝离摊贩', way: 'phone', at: isoAt(1800) }, clerk),
    log.next('report.closed', { note: '' }, clerk),
    log.next('report.merged', { into: aUuid(71), reason: '晚了' }, clerk),
  ];
}
