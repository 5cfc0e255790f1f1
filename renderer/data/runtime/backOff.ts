/**
 * How long to wait after `failures` failures in a row (from 1), in milliseconds: the first pause, doubled with each
 * further failure up to the longest. `share` (0 to 1) spreads it by half of itself around that: a whole office comes
 * back at the same moment otherwise.
 */
export function backOffMs(
  failures: number,
  [firstMs, longestMs]: readonly [firstMs: number, longestMs: number],
  share: number = Math.random(),
): number {
  return Math.min(firstMs * 2 ** Math.max(0, failures - 1), longestMs) * (0.75 + share / 2);
}
