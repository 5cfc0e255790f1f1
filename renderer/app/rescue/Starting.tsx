import type { ReactNode } from 'react';

import { diskWords } from '#renderer/app/language/zh/disk.ts';
import { ErrorState, LoadingState } from '#renderer/components/states.tsx';
import { useDisk } from '#renderer/queries/disk.ts';

import { bridge } from '../bridge.ts';

/** The stores are being opened, or wait for room on the disk. */
export function Starting(): ReactNode {
  const disk = useDisk(bridge);
  if (disk?.level !== 'full') return <LoadingState />;
  const room = diskWords.room(disk.freeBytes ?? 0, disk.neededBytes ?? 0);
  return <ErrorState what={diskWords.waiting} todo={`${room}${diskWords.waitingText}`} />;
}
