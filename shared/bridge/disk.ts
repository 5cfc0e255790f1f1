import { z } from 'zod';

/**
 * How much room the disk of the profile has. `plenty`; `low`: warn; `no_photos`: no new photos; `read_only`: nothing new
 * is written; `full`: even the reserve is used up, the stores are neither closed nor opened until there is room.
 */
export const DISK_LEVELS = ['plenty', 'low', 'no_photos', 'read_only', 'full'] as const;
/** See `DISK_LEVELS`. */
export type DiskLevel = (typeof DISK_LEVELS)[number];

/** Bytes of free space below which the app warns, takes no photos, writes nothing. */
export const diskThresholds = z
  .strictObject({ warnBytes: z.int().min(0), noPhotosBytes: z.int().min(0), readOnlyBytes: z.int().min(0) })
  .refine((one) => one.warnBytes >= one.noPhotosBytes && one.noPhotosBytes >= one.readOnlyBytes, 'not_in_order');
/** See `diskThresholds`. */
export type DiskThresholds = Readonly<z.infer<typeof diskThresholds>>;

/** What main answers about the disk. `freeBytes` is absent when the system does not say; the level then is `plenty`. */
export const diskState = z.strictObject({
  level: z.enum(DISK_LEVELS),
  freeBytes: z.int().min(0).optional(),
  /** Free space at which the next better level begins; absent at `plenty`. */
  neededBytes: z.int().min(0).optional(),
  /** Set-aside copies of a damaged store lie here, which a person may move away to win room; oldest first. */
  copies: z.array(z.strictObject({ path: z.string(), at: z.string() })),
});
/** See `diskState`. */
export type DiskState = Readonly<z.infer<typeof diskState>>;

/** True when new photos may be taken. */
export function allowsPhotos(level: DiskLevel): boolean {
  return level === 'plenty' || level === 'low';
}

/** True when records and drafts may be written. */
export function allowsWriting(level: DiskLevel): boolean {
  return level !== 'read_only' && level !== 'full';
}
