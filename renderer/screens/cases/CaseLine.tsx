import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { stageWords, supervisionWords } from '#renderer/app/language/zh/caseWords.ts';
import { casesText as words } from '#renderer/app/language/zh/cases.ts';
import { LinkRow } from '#renderer/components/LinkRow.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { recheckOf, type CaseRow } from '#renderer/queries/cases.ts';

import classes from './cases.module.css';
import { dueBadge } from './dueText.ts';

/** A case as a line of the list: stage, due date, and the brigade's word. */
export function CaseLine({ row, today }: { readonly row: CaseRow; readonly today: string }): ReactNode {
  const stage = stageWords[row.stage];
  const due = dueBadge(recheckOf(row, today));
  const supervision = supervisionWords[row.supervision.is];
  const number = row.documents.findLast((document) => document.voided === undefined)?.number;
  const line = [words.foundAt(showInstant(row.foundAt)), row.officer?.name ?? '', number ?? ''];
  return (
    <LinkRow
      href={`/cases/${row.id}`}
      title={row.title}
      text={line.filter((part) => part !== '').join(' · ')}
      aside={
        <span className={classes['badges']}>
          {row.supervision.is !== 'none' && <StatusBadge tone={supervision.tone}>{supervision.text}</StatusBadge>}
          {due !== undefined && <StatusBadge tone={due.tone}>{due.text}</StatusBadge>}
          <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
        </span>
      }
    />
  );
}
