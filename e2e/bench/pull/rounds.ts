import { medianOf } from '../../fixtures/entry.ts';

import type { AppPull } from './appPull.ts';
import type { PeerAnswer } from './peerJobs.ts';

/** What was seen of one size; the peers of replication only at the first. */
export type PullRounds = {
  readonly size: number;
  readonly app: readonly AppPull[];
  readonly read: readonly PeerAnswer[];
  readonly put: readonly PeerAnswer[];
  readonly stock: readonly PeerAnswer[];
  readonly cht: readonly PeerAnswer[];
};

/** The middle time of some rounds, in milliseconds. */
export function middleMs(rounds: readonly { readonly ms: number }[]): number {
  return medianOf(rounds.map(({ ms }) => ms));
}
