import { memo, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords, supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';

import classes from './review.module.css';

type Props = { readonly row: CaseRow; readonly orgName: string };

/** A case of some organisation as a line of the brigade's list. */
export const ReviewLine = memo(function ReviewLine({ row, orgName }: Props): ReactNode {
  const stage = stageWords[row.stage];
  const state = supervisionWords[row.supervision.is];
  return (
    <LinkRow
      href={`/review/${row.id}`}
      title={row.title}
      text={`${orgName} · ${words.foundAt(showInstant(row.foundAt))} · ${row.officer?.name ?? ''}`}
      aside={
        <span className={classes['badges']}>
          <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
          <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
        </span>
      }
    />
  );
});
