import { IconAlertTriangle, IconServer2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { diskText, diskWords } from '#renderer/app/language/zh/disk.ts';
import { useDisk } from '#renderer/queries/disk.ts';

import { bridge } from '../bridge.ts';

import classes from './rescue.module.css';

/** One line over every page while the disk runs full: what still works, how much is free, how much is needed. */
export function DiskBanner(): ReactNode {
  const disk = useDisk(bridge);
  const level = disk?.level ?? 'plenty';
  const grave = level === 'read_only' || level === 'full';
  const Sign = grave ? IconAlertTriangle : IconServer2;
  const oldest = disk?.copies[0];
  // The region stays in the page, so that its first content is read out, too.
  return (
    <div role="status" className={level === 'plenty' ? classes['none'] : classes['banner']} data-grave={grave}>
      {disk !== undefined && level !== 'plenty' && (
        <>
          <Sign size={24} aria-hidden className={classes['icon']} />
          <div>
            <strong>{diskText[level].title}</strong>
            <span className={classes['room']}>
              {level === 'low'
                ? diskWords.roomWarn(disk.freeBytes ?? 0)
                : diskWords.room(disk.freeBytes ?? 0, disk.neededBytes ?? 0)}
            </span>
            <div>{diskText[level].text}</div>
            {oldest !== undefined && (
              <div className={classes['small']}>{diskWords.copies(disk.copies.length, oldest.path)}</div>
            )}
          </div>
        </>
      )}
    </div>
  );
}
