/** How much one request may carry. */
export type BatchLimit = { readonly events: number; readonly bytes: number };

/** More than this gains nothing: the server's validation takes 600 records a second, and a cut costs the whole batch. */
export const WIDEST: BatchLimit = { events: 100, bytes: 1024 * 1024 };

/** How many of the items, from the first on, fit into one request; at least one, however large it is. */
export function fits(bytes: readonly number[], limit: BatchLimit): number {
  let total = 0;
  let count = 0;
  for (const size of bytes.slice(0, limit.events)) {
    total += size;
    if (count > 0 && total > limit.bytes) break;
    count += 1;
  }
  return count;
}

/** Half of a batch that was too much for the way to the server. */
export function halved(batch: BatchLimit): BatchLimit {
  return { events: Math.max(1, Math.floor(batch.events / 2)), bytes: Math.max(1, Math.floor(batch.bytes / 2)) };
}

/** The narrower of two limits in each respect. */
export function narrower(a: BatchLimit, b: BatchLimit): BatchLimit {
  return { events: Math.min(a.events, b.events), bytes: Math.min(a.bytes, b.bytes) };
}
