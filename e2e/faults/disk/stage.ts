import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DiskThresholds } from '#shared/bridge/disk.ts';

import type { LaunchOptions } from '../../fixtures/app.ts';
import type { SeededRandom } from '../../fixtures/random.ts';
import type { SignedIn } from '../../fixtures/world.ts';
import type { Ledger } from '../check/ledger.ts';
import type { Kind } from '../kill/ledger.ts';
import type { Place } from '../place.ts';
import type { FaultProxy } from '../proxy/faultProxy.ts';

import type { SmallDisk } from './smallDisk.ts';

const MIB = 1024 * 1024;

/** The usual thresholds in small, in the same order; above the reserve's 64 MiB, as the usual ones are. */
export const SMALL_THRESHOLDS: DiskThresholds = {
  warnBytes: 160 * MIB,
  noPhotosBytes: 110 * MIB,
  readOnlyBytes: 80 * MIB,
};
/** Room for a profile, the reserve and both thresholds. */
export const SMALL_DISK_BYTES = 512 * MIB;
/** Size of the reserve when it is whole. */
export const RESERVE_BYTES = 64 * MIB;

/** Everything that a moment works with. `app` is another one after a start. */
export type Stage = {
  readonly disk: SmallDisk;
  readonly place: Place;
  readonly line: FaultProxy;
  readonly random: SeededRandom;
  readonly ledger: Ledger<Kind>;
  /** Told apart from other runs on the same server. */
  readonly tag: string;
  round: number;
  /** Whether this round takes whatever the app gives up, too. */
  takesReserve: boolean;
  /** Fills the disk now; with the reserve, when this round takes that, too. */
  readonly fill: () => Promise<void>;
  readonly launch: LaunchOptions;
  app: SignedIn;
};

/** A profile on a small disk, with thresholds to its size. */
export function profileOn(disk: SmallDisk, thresholds: DiskThresholds | undefined): string {
  const profile = join(disk.folder, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  if (thresholds !== undefined)
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ version: 1, server: null, disk: thresholds }));
  return profile;
}

/** True when the reserve lies in the profile as a whole. */
export function hasReserve(profile: string): boolean {
  const found = statSync(join(profile, 'ballast.bin'), { throwIfNoEntry: false });
  return found !== undefined && found.size >= RESERVE_BYTES;
}
