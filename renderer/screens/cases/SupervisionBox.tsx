import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { useNames } from '#renderer/queries/directory.ts';
import type { SupervisionState } from '#shared/case/state.ts';

import classes from './cases.module.css';

const words = casesText.page;

/** What the supervision brigade said. A return stands first on the page, with its reason. */
export function SupervisionBox({ supervision }: { readonly supervision: SupervisionState }): ReactNode {
  const names = useNames();
  if (supervision.is === 'none') return null;
  const returned = supervision.is === 'returned';
  const time = supervision.at === undefined ? '' : showInstant(supervision.at);
  return (
    <section
      className={classes['notice']}
      data-tone={returned ? 'bad' : 'good'}
      role="status"
      aria-label={words.supervision}
    >
      <h2 className={classes['noticeTitle']}>
        {returned ? <IconAlertTriangle size={24} aria-hidden /> : <IconCircleCheck size={24} aria-hidden />}
        {returned ? words.returnedTitle : words.acceptedTitle}
      </h2>
      {(supervision.text ?? '') !== '' && <p className={classes['quote']}>{supervision.text}</p>}
      {returned && <span className={classes['soft']}>{words.returnedHint}</span>}
      <span className={classes['soft']}>{words.bySupervisor(names.person(supervision.by ?? ''), time)}</span>
    </section>
  );
}
