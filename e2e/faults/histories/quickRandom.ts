import { sha256Text } from '#shared/kernel/hash.ts';

/** Repeatable randomness for millions of draws: mulberry32 from the hash of a seed. */
export class QuickRandom {
  #state: number;

  constructor(seed: string) {
    this.#state = Number.parseInt(sha256Text(seed).slice(0, 8), 16);
  }

  /** A whole number from 0 up to, and not including, `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  }

  /** True about `percent` times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  /** The same things in another order, some of them twice. */
  shuffled<T>(list: readonly T[]): readonly T[] {
    const all = list.flatMap((one) => (this.chance(10) ? [one, one] : [one]));
    for (let at = all.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      const [a, b] = [all[at], all[other]];
      if (a === undefined || b === undefined) continue;
      [all[at], all[other]] = [b, a];
    }
    return all;
  }
}
