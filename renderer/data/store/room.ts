import { allowsPhotos, allowsWriting, type DiskState } from '#shared/bridge/disk.ts';

import type { PortClient } from '../port.ts';

/** Nothing was written: the disk has too little room. `subject` is `<free bytes>|<needed bytes>`. */
export class NoRoom extends Error {
  readonly code: 'disk_read_only' | 'disk_low_photos';
  readonly subject: string;
  constructor(code: NoRoom['code'], { freeBytes = 0, neededBytes = 0 }: DiskState) {
    super(code);
    this.name = 'NoRoom';
    this.code = code;
    this.subject = `${String(freeBytes)}|${String(neededBytes)}`;
  }
}

/** Throws `NoRoom` before anything is written, so that a refusal leaves no half of a record. Asked anew each time. */
export async function assertRoom(port: PortClient, what: 'record' | 'photo'): Promise<void> {
  const disk = await port.call('disk.state', {});
  if (!allowsWriting(disk.level)) throw new NoRoom('disk_read_only', disk);
  if (what === 'photo' && !allowsPhotos(disk.level)) throw new NoRoom('disk_low_photos', disk);
}

/** Whether photos may be kept that need not be: originals that the server has. */
export async function hasRoomForPhotos(port: PortClient): Promise<boolean> {
  return allowsPhotos((await port.call('disk.state', {})).level);
}

/** Why nothing can be written now; undefined when there is room. */
export async function roomProblem(port: PortClient): Promise<NoRoom | undefined> {
  const disk = await port.call('disk.state', {});
  return allowsWriting(disk.level) ? undefined : new NoRoom('disk_read_only', disk);
}

/** What a round of the sync may do: nothing on a full disk; while it is nearly full own work goes up, nothing comes down. */
export async function roomForSync(port: PortClient): Promise<'all' | 'push_only' | 'none'> {
  const { level } = await port.call('disk.state', {});
  if (level === 'full') return 'none';
  return allowsWriting(level) ? 'all' : 'push_only';
}
