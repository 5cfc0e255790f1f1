import { memo, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords, supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseLine } from '#renderer/queries/caseLines/line.ts';

import classes from './review.module.css';

type Props = { readonly line: CaseLine; readonly orgName: string };

/** A case of some organisation as a line of the brigade's list. */
export const ReviewLine = memo(function ReviewLine({ line, orgName }: Props): ReactNode {
  const stage = stageWords[line.stage];
  const state = supervisionWords[line.supervision];
  return (
    <LinkRow
      href={`/review/${line.id}`}
      title={line.title}
      text={`${orgName} · ${words.foundAt(showInstant(line.foundAt))} · ${line.officers}`}
      aside={
        <span className={classes['badges']}>
          <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
          <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
        </span>
      }
    />
  );
});
