import type { LogRow } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';

/**
 * What is wrong with logs: each counts from 1 without gap, every entry names the hash of the one before and has a later
 * stamp. Entries that a `log.withheld` of the same log names may be missing. `mayLack`: any may be missing, as on a device
 * whose store was lost and is being filled again.
 */
export function brokenLogs(
  events: readonly EventEnvelope[],
  { mayLack = false }: { readonly mayLack?: boolean } = {},
): string[] {
  return [...byLog(events)].flatMap(([log, entries]) => {
    const withheld = new Set(
      entries.flatMap((event) => (event.type === 'log.withheld' ? (event.data.places ?? []) : [])),
    );
    return entries.flatMap((event, index) => {
      const before = entries[index - 1];
      const place = `${log}: n ${String(event.n)} at place ${String(index + 1)} (${event._id})`;
      if (before !== undefined && event.at <= before.at) return [`${place} goes back in time`];
      const lacks = range((before?.n ?? 0) + 1, event.n);
      if (lacks.length > 0 && (mayLack || lacks.every((n) => withheld.has(n)))) return [];
      return event.n === (before?.n ?? 0) + 1 && event.prev === before?.hash ? [] : [place];
    });
  });
}

/** Where a log in a place breaks, or ends elsewhere than the device says. */
export function gapsOf({ id, n, hash }: Pick<LogRow, 'id' | 'n' | 'hash'>, events: readonly EventEnvelope[]): string[] {
  const entries = events.filter(({ log }) => log === id);
  const last = byLog(entries).get(id)?.at(-1);
  const ends = last?.n === n && last.hash === hash ? [] : [`${id} ends at ${String(last?.n)}, not at ${String(n)}`];
  return [...brokenLogs(entries), ...ends];
}

/** Document numbers that were granted more than once. */
export function numbersTwice(events: readonly EventEnvelope[]): string[] {
  const granted = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'number.granted') continue;
    const { org, kind, year } = event.data.series;
    const number = `${org} ${kind} ${String(year)} no. ${String(event.data.n)}`;
    granted.set(number, (granted.get(number) ?? 0) + 1);
  }
  return [...granted].flatMap(([number, times]) => (times > 1 ? [number] : []));
}

/** Whole numbers from `from` up to, not including, `end`. */
function range(from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
}

function byLog(events: readonly EventEnvelope[]): Map<string, EventEnvelope[]> {
  const logs = new Map<string, EventEnvelope[]>();
  for (const event of events) {
    const entries = logs.get(event.log);
    if (entries === undefined) logs.set(event.log, [event]);
    else entries.push(event);
  }
  for (const entries of logs.values()) entries.sort((a, b) => a.n - b.n);
  return logs;
}
