import { memo, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords, supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge, type Tone } from '#renderer/components/StatusBadge.tsx';
import type { CaseLine as Line } from '#renderer/queries/caseLines/line.ts';
import type { NextDue } from '#renderer/queries/caseLines/nextDue.ts';
import { recheckOf } from '#renderer/queries/caseLines/recheck.ts';

import { clockTone, daysUntil } from '../acts/clockTone.ts';
import classes from '../cases.module.css';
import { dueBadge } from '../dueText.ts';

type Props = { readonly line: Line; readonly today: string };

/** A case as a line of the list: stage, what is due next, who handles it, and the brigade's word. */
export const CaseLine = memo(function CaseLine({ line, today }: Props): ReactNode {
  const stage = stageWords[line.stage];
  const badge = badgeOf(line, line.next, today);
  const supervision = supervisionWords[line.supervision];
  const text = [words.foundAt(showInstant(line.foundAt)), line.officers, line.number ?? ''];
  return (
    <LinkRow
      href={`/cases/${line.id}`}
      title={line.title}
      text={text.filter((part) => part !== '').join(' · ')}
      aside={
        <span className={classes['badges']}>
          {line.supervision !== 'none' && <StatusBadge tone={supervision.tone}>{supervision.text}</StatusBadge>}
          {badge !== undefined && <StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>}
          <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
        </span>
      }
    />
  );
});

/** The re-check of a correction notice, whoever has the case by now; of a file the period that ends first. */
function badgeOf(
  line: Line,
  due: NextDue | undefined,
  today: string,
): { readonly text: string; readonly tone: Tone } | undefined {
  if (due === undefined || due.id === 'recheck') return dueBadge(recheckOf(line, today));
  const left = fileText.clocks.left(daysUntil(due.dueOn, today));
  return {
    text: `${fileText.clocks.names[due.id]} ${left}`,
    tone: clockTone({ id: due.id, dueOn: due.dueOn }, today),
  };
}
