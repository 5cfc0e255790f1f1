import { Button } from '@mantine/core';
import { IconCircleCheck, IconCloudDownload, IconDatabaseHeart, IconFolder, IconPhotoX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { rescueText as words } from '#renderer/app/language/zh/rescue.ts';
import { FormError } from '#renderer/components/states.tsx';
import type { RescueReport } from '#renderer/data/client.ts';
import { useRescue } from '#renderer/queries/meta.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import classes from './rescue.module.css';

/** What was rebuilt after the store was lost; stands over every page until somebody has read it. */
export function RescueNotice(): ReactNode {
  const report = useRescue();
  const read = useCommand('rescue.dismiss');
  return (
    <div role="status" className={report === undefined ? classes['none'] : undefined}>
      {report !== undefined && (
        <section className={classes['notice']} aria-label={words.title}>
          <header className={classes['head']}>
            <IconDatabaseHeart size={28} aria-hidden />
            <div>
              <h2 className={classes['title']}>{words.title}</h2>
              <p className={classes['why']}>
                {words.why(report)}
                <span className={classes['when']}>{showInstant(report.at)}</span>
              </p>
            </div>
            <Button loading={read.pending} onClick={() => void read.run({})}>
              {words.read}
            </Button>
          </header>
          <FormError error={read.error === undefined ? undefined : messageOf(read.error)} />
          <Facts report={report} />
          <p className={classes['small']}>{words.numbers}</p>
        </section>
      )}
    </div>
  );
}

function Facts({ report }: { readonly report: RescueReport }): ReactNode {
  const restored = words.restored(report);
  return (
    <dl className={classes['facts']}>
      <dt>
        <IconCircleCheck size={22} aria-hidden className={classes['good']} />
        {words.restoredTitle}
      </dt>
      <dd>
        <strong>{restored.length === 0 ? words.nothing : restored.join('、')}</strong>
      </dd>
      <dt>
        <IconCloudDownload size={22} aria-hidden className={classes['info']} />
        {words.againTitle}
      </dt>
      <dd>{words.again(report)}</dd>
      <dt>
        <IconPhotoX size={22} aria-hidden className={report.lost.length > 0 ? classes['bad'] : classes['quiet']} />
        {words.lostTitle}
      </dt>
      <dd>
        {report.lost.length === 0 ? words.lostNone : words.lost(report.lost.length)}
        {report.lost.length > 0 && <span className={classes['names']}>{report.lost.join('、')}</span>}
      </dd>
      {report.copy !== undefined && (
        <>
          <dt>
            <IconFolder size={22} aria-hidden className={classes['quiet']} />
            {words.copyTitle}
          </dt>
          <dd className={classes['names']}>{words.copy(report.copy)}</dd>
        </>
      )}
    </dl>
  );
}
