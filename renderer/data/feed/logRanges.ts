/** Entries of a log from `from` to `to`, both included. */
export type LogRange = readonly [from: number, to: number];
/** What is here of a log: 1 to `n` without a gap, and `ahead` in order, each apart from the one before. */
export type LogExtent = { readonly n: number; readonly ahead?: readonly LogRange[] };
/** The place of an event in its author's log. */
export type LogPlace = { readonly log: string; readonly n: number };

/** The extent with more entries; the same object when it has them all. */
export function withEntries(extent: LogExtent, entries: readonly number[]): LogExtent {
  const had = extent.ahead ?? [];
  const fresh = entries.filter((n) => !hasEntry(extent, n));
  if (fresh.length === 0) return extent;
  const ranges = [...had, ...fresh.map((n): LogRange => [n, n])].sort(([a], [b]) => a - b);
  let { n } = extent;
  const ahead: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = ahead.at(-1);
    if (last === undefined && from <= n + 1) n = Math.max(n, to);
    else if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else ahead.push([from, to]);
  }
  return ahead.length === 0 ? { n } : { n, ahead };
}

/** True when the entry is here. */
export function hasEntry(extent: LogExtent | undefined, n: number): boolean {
  if (extent === undefined) return false;
  return n <= extent.n || (extent.ahead ?? []).some(([from, to]) => n >= from && n <= to);
}

/** The entries that came, by log. */
export function entriesByLog(places: readonly LogPlace[]): ReadonlyMap<string, readonly number[]> {
  const logs = new Map<string, number[]>();
  for (const { log, n } of places) {
    const entries = logs.get(log);
    if (entries === undefined) logs.set(log, [n]);
    else entries.push(n);
  }
  return logs;
}

/** `<database>|<log>`: the key under which an extent is kept. */
export function seenLogKey(db: string, log: string): string {
  return `${db}|${log}`;
}
