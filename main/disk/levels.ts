import type { DiskLevel, DiskThresholds } from '#shared/bridge/disk.ts';

const MIB = 1024 * 1024;

/** What a bureau gets without settings: 2 GB, 500 MB, 200 MB. */
export const DEFAULT_THRESHOLDS: DiskThresholds = {
  warnBytes: 2048 * MIB,
  noPhotosBytes: 500 * MIB,
  readOnlyBytes: 200 * MIB,
};

/** Size of the reserve that is given up to let the last writes through. */
export const BALLAST_BYTES = 64 * MIB;

/** Below this the last writes of what already runs may fail: the reserve is given up. */
export const FULL_BYTES = 16 * MIB;

/** How full the disk is. `full` only when the reserve was not enough to stay above `FULL_BYTES`. */
export function levelOf(freeBytes: number, thresholds: DiskThresholds): DiskLevel {
  if (freeBytes < FULL_BYTES) return 'full';
  if (freeBytes < thresholds.readOnlyBytes) return 'read_only';
  if (freeBytes < thresholds.noPhotosBytes) return 'no_photos';
  return freeBytes < thresholds.warnBytes ? 'low' : 'plenty';
}

/** Free space at which the next better level begins. */
export function neededFor(level: DiskLevel, thresholds: DiskThresholds): number | undefined {
  if (level === 'plenty') return undefined;
  if (level === 'low') return thresholds.warnBytes;
  return level === 'no_photos' ? thresholds.noPhotosBytes : Math.max(thresholds.readOnlyBytes, FULL_BYTES);
}

/** What to do with the reserve: given up when the disk is full, made again only where that does not lead back at once. */
export function ballastMove(
  freeBytes: number,
  isThere: boolean,
  thresholds: DiskThresholds,
): 'release' | 'make' | 'leave' {
  if (isThere) return freeBytes < FULL_BYTES ? 'release' : 'leave';
  return freeBytes >= thresholds.readOnlyBytes + 2 * BALLAST_BYTES ? 'make' : 'leave';
}
