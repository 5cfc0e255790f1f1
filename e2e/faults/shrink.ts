/** How often a failing history is tried again at most. */
const TRIES = 40;

/**
 * A short part of a history that still fails: leaves out halves, then quarters, down to single steps. Runs are not wholly
 * repeatable (timing is real), so it only keeps what failed again.
 */
export async function shrink<T>(
  history: readonly T[],
  fails: (part: readonly T[]) => Promise<boolean>,
  tries = TRIES,
): Promise<readonly T[]> {
  let least = history;
  let left = tries;
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length && left > 0;) {
      const fewer = [...least.slice(0, at), ...least.slice(at + size)];
      left -= 1;
      if (await fails(fewer)) least = fewer;
      else at += size;
    }
  }
  return least;
}
