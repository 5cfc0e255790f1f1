import { assert } from './assert.ts';

/** A hybrid logical clock reading: 13 digits of Unix milliseconds, then 4 hex digits of a counter. Sorts as text. */
export type HlcStamp = string;

/** How far, in milliseconds, a received stamp may move the local clock forward. */
export const MAX_REMOTE_SKEW_MS = 5 * 60 * 1000;

const STAMP = /^\d{13}[0-9a-f]{4}$/;

/** True when the text has the form of a stamp. */
export function isHlcStamp(text: string): boolean {
  return STAMP.test(text);
}

/** The wall part of a stamp, Unix milliseconds. */
export function hlcWallMs(stamp: HlcStamp): number {
  assert(isHlcStamp(stamp), `not a stamp: ${stamp}`);
  return Number(stamp.slice(0, 13));
}

function makeStamp(wallMs: number, counter: number): HlcStamp {
  assert(counter <= 0xffff, 'more than 65,535 events in one millisecond');
  return `${String(wallMs).padStart(13, '0')}${counter.toString(16).padStart(4, '0')}`;
}

/** The next stamp for an own event: later than `last` and never before the wall clock. */
export function nextStamp(last: HlcStamp | undefined, wallMs: number): HlcStamp {
  if (last === undefined || wallMs > hlcWallMs(last)) return makeStamp(wallMs, 0);
  return makeStamp(hlcWallMs(last), Number.parseInt(last.slice(13), 16) + 1);
}

/**
 * The clock after receiving another device's stamp. A stamp more than five minutes ahead of the wall clock does not
 * move it (it is stored and flagged by the caller).
 */
export function receiveStamp(last: HlcStamp | undefined, remote: HlcStamp, wallMs: number): HlcStamp {
  const own = last ?? makeStamp(wallMs, 0);
  if (hlcWallMs(remote) - wallMs > MAX_REMOTE_SKEW_MS) return own;
  return remote > own ? remote : own;
}
