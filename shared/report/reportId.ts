import type { ReportSource } from '../events/reportEvents.ts';
import { hashOf } from '../kernel/hash.ts';
import { uuidv7 } from '../kernel/uuid.ts';

/**
 * The id of a report that an outside system numbered: the same on every device, so that two of them that take it in make
 * one report. `happenedMs` is part of it, as of every id of a stream.
 */
export function externalReportId(org: string, source: ReportSource, external: string, happenedMs: number): string {
  const hex = hashOf([org, source, external]);
  const bytes = Uint8Array.from({ length: 10 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
  return uuidv7(happenedMs, bytes);
}

/** By what two reports of outside systems are known to be one. */
export function externalKey(source: ReportSource, external: string): string {
  return `${source}|${external.normalize('NFKC').trim()}`;
}
