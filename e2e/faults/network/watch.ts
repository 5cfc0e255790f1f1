import type { LogLine } from '../proxy/fault.ts';

/** Requests that were on their way when the 401 arrived are not blamed, in milliseconds. */
const GRACE_MS = 100;

/**
 * Requests that carried credentials after a 401 had answered some that did, and before a person typed again: six of them
 * lock the account for a whole office.
 */
export function unaskedRetries(log: readonly LogLine[], typedAtMs: readonly number[]): readonly string[] {
  const refusals = log.flatMap((line) =>
    line.status === 401 && line.user !== undefined && line.answeredMs !== undefined ? [line.answeredMs] : [],
  );
  return log.flatMap((line) => {
    if (line.user === undefined) return [];
    const refusedMs = refusals.findLast((ms) => ms + GRACE_MS < line.atMs);
    if (refusedMs === undefined || typedAtMs.some((ms) => ms > refusedMs && ms <= line.atMs)) return [];
    return [`${line.method} ${line.path} ${String(line.atMs - refusedMs)} ms after a 401`];
  });
}

/** The most requests within any second of a time. */
export function mostInASecond(log: readonly LogLine[], fromMs: number, toMs: number): number {
  const times = log.map(({ atMs }) => atMs).filter((ms) => ms >= fromMs && ms <= toMs);
  return times.reduce(
    (most, start) => Math.max(most, times.filter((ms) => ms >= start && ms < start + 1000).length),
    0,
  );
}
