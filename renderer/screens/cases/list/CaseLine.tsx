import { memo, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords, supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import { recheckOf, type CaseRow } from '#renderer/queries/cases.ts';

import { clockTone, daysUntil } from '../acts/clockTone.ts';
import classes from '../cases.module.css';
import { dueBadge } from '../dueText.ts';

import type { NextDue } from './caseDue.ts';

type Props = {
  readonly row: CaseRow;
  /** What the organisation has to see to next. */
  readonly due: NextDue | undefined;
  readonly today: string;
};

/** A case as a line of the list: stage, what is due next, who handles it, and the brigade's word. */
export const CaseLine = memo(function CaseLine({ row, due, today }: Props): ReactNode {
  const stage = stageWords[row.stage];
  const badge = badgeOf(row, due, today);
  const supervision = supervisionWords[row.supervision.is];
  const number = row.documents.findLast((document) => document.voided === undefined)?.number;
  const officers = [row.officer?.name ?? '', row.second?.name ?? ''].filter((name) => name !== '').join('、');
  const line = [words.foundAt(showInstant(row.foundAt)), officers, number ?? ''];
  return (
    <LinkRow
      href={`/cases/${row.id}`}
      title={row.title}
      text={line.filter((part) => part !== '').join(' · ')}
      aside={
        <span className={classes['badges']}>
          {row.supervision.is !== 'none' && <StatusBadge tone={supervision.tone}>{supervision.text}</StatusBadge>}
          {badge !== undefined && <StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>}
          <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
        </span>
      }
    />
  );
});

/** The re-check of a correction notice, whoever has the case by now; of a file the period that ends first. */
function badgeOf(
  row: CaseRow,
  due: NextDue | undefined,
  today: string,
): { readonly text: string; readonly tone: Tone } | undefined {
  if (due === undefined || due.id === 'recheck') return dueBadge(recheckOf(row, today));
  const left = fileText.clocks.left(daysUntil(due.dueOn, today));
  return {
    text: `${fileText.clocks.names[due.id]} ${left}`,
    tone: clockTone({ id: due.id, dueOn: due.dueOn }, today),
  };
}
