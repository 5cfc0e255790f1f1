import { z } from 'zod';

/** Wrong tries at a PIN: those since the last block, how often it was blocked, and until when it is. */
export const attempts = z.strictObject({ wrong: z.int().min(0), blocks: z.int().min(0), blockedUntilMs: z.number() });
export type Attempts = z.infer<typeof attempts>;

export const NO_ATTEMPTS: Attempts = { wrong: 0, blocks: 0, blockedUntilMs: 0 };
const TRIES = 5;
const BLOCK_MINUTES = [5, 15, 60, 240] as const;

/** Milliseconds of the `n`-th block in a row, counted from 0. */
function blockMs(n: number): number {
  return BLOCK_MINUTES[Math.min(n, BLOCK_MINUTES.length - 1) as 0 | 1 | 2 | 3] * 60_000;
}

/** A clock set back must not lengthen a block beyond its own length, so the end is then counted from now. */
export function blockedUntil(state: Attempts, nowMs: number): number | undefined {
  if (state.blockedUntilMs <= nowMs) return undefined;
  return Math.min(state.blockedUntilMs, nowMs + blockMs(Math.max(0, state.blocks - 1)));
}

/** The state after one more wrong try: the fifth blocks for 5 minutes, then 15, 60, 240. */
export function afterWrong(state: Attempts, nowMs: number): Attempts {
  const wrong = state.wrong + 1;
  if (wrong < TRIES) return { ...state, wrong };
  return { wrong: 0, blocks: state.blocks + 1, blockedUntilMs: nowMs + blockMs(state.blocks) };
}

export function triesLeft(state: Attempts): number {
  return TRIES - state.wrong;
}
