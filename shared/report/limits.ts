import type { ReportLimit, ReportLimits } from '../catalogue/limitFile.ts';
import { CHINA_OFFSET_MS, chinaDateOf, type ChinaDate } from '../kernel/chinaTime.ts';
import { addCalendarDays, addWorkingDays, isWorkingDay } from '../kernel/days.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import type { ReportState } from './state.ts';

const HOUR_MS = 3_600_000;

/** A span of office hours as instants in Unix milliseconds. */
type Span = { readonly fromMs: number; readonly toMs: number };

/**
 * The instant at which a limit ends that began at `startMs`. 工作时 run in office hours only, 工作日 end with the office hours
 * of their last day and do not count the day they begin on; 紧急 ones are clock time.
 */
export function limitEndMs(
  startMs: number,
  { count, unit }: Pick<ReportLimit, 'count' | 'unit'>,
  hours: ReportLimits['hours'],
  calendar?: WorkCalendar,
): number {
  if (unit === 'clock_hour') return startMs + count * HOUR_MS;
  if (unit === 'clock_day') return startMs + count * 24 * HOUR_MS;
  if (unit === 'work_hour') return afterWorkTime(startMs, count * HOUR_MS, hours, calendar);
  const day = addWorkingDays(chinaDateOf(startMs), count, calendar);
  return spansOf(day, hours).at(-1)?.toMs ?? instantOf(day, '24:00');
}

function afterWorkTime(
  startMs: number,
  workMs: number,
  hours: ReportLimits['hours'],
  calendar: WorkCalendar | undefined,
): number {
  let leftMs = workMs;
  for (let day = chinaDateOf(startMs); ; day = addCalendarDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    for (const { fromMs, toMs } of spansOf(day, hours)) {
      const beginMs = Math.max(startMs, fromMs);
      if (beginMs >= toMs) continue;
      if (leftMs <= toMs - beginMs) return beginMs + leftMs;
      leftMs -= toMs - beginMs;
    }
  }
}

function spansOf(day: ChinaDate, hours: ReportLimits['hours']): readonly Span[] {
  return hours.map(({ from, to }) => ({ fromMs: instantOf(day, from), toMs: instantOf(day, to) }));
}

function instantOf(day: ChinaDate, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000 - CHINA_OFFSET_MS;
}

/** The limit that the data proposes for a matter, else the usual one. */
export function proposedLimit(limits: ReportLimits, matter: string | undefined): ReportLimit | undefined {
  const named = limits.limits.find(({ codes = [] }) => matter !== undefined && codes.includes(matter));
  return named ?? limits.limits.find(({ id }) => id === limits.usual);
}

/** States in which nobody waits for anything any more. */
const OVER: ReadonlySet<string> = new Set(['answered', 'closed', 'merged']);

/** What a report waits for and until when; `late`: the instant is past, or was when it ended. */
export type ReportDue = { readonly dueMs: number; readonly late: boolean; readonly over: boolean };

/**
 * Until when a report has to be taken on, and then answered; undefined when it was merged, or when the data names no limit.
 * One that ended too late says so for good.
 */
export function dueOf(
  report: ReportState,
  limits: ReportLimits,
  nowMs: number,
  calendar?: WorkCalendar,
): ReportDue | undefined {
  if (report.state === 'merged') return undefined;
  const dueMs = dueMsOf(report, limits, calendar);
  if (dueMs === undefined || Number.isNaN(dueMs)) return undefined;
  const over = OVER.has(report.state);
  const endMs = over ? Date.parse(report.endedAt ?? '') : nowMs;
  return { dueMs, late: endMs > dueMs, over };
}

function dueMsOf(report: ReportState, limits: ReportLimits, calendar: WorkCalendar | undefined): number | undefined {
  if (report.triage?.verdict === 'accepted') return Date.parse(report.triage.limit.dueAt);
  // One that is turned away is to be answered as well.
  const limit =
    report.triage === undefined
      ? limits.limits.find(({ id }) => id === limits.triage)
      : proposedLimit(limits, undefined);
  const startMs = Date.parse(report.receivedAt);
  return limit === undefined || Number.isNaN(startMs) ? undefined : limitEndMs(startMs, limit, limits.hours, calendar);
}
