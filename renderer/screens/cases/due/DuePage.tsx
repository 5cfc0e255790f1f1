import type { ReactNode } from 'react';

import { fileText } from '#renderer/app/language/zh/files.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { linesOf, type DueLine } from '#renderer/queries/caseLines/nextDue.ts';
import { useCaseRows } from '#renderer/queries/caseLines/useCaseRows.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { DEADLINES } from '#shared/deadlines/deadlines.ts';

import { clockName, clockTone, daysUntil, surchargeWords } from '../acts/clockTone.ts';

import { groupOf, DUE_GROUPS } from './dueLines.ts';

const words = fileText.due;

/** 期限看板: every case of the unit by what is due, what is overdue first. */
export function DuePage(): ReactNode {
  const cases = useCaseRows({ running: true });
  const today = useToday();
  const catalogue = useCatalogue();
  if (cases === undefined) return <LoadingState />;
  const lines = linesOf(cases, today, catalogue?.calendar);
  return (
    <>
      <PageHeader title={words.title} back="/cases" />
      <PageColumn>
        {lines.length === 0 && <EmptyState title={words.empty} />}
        {DUE_GROUPS.map((group) => {
          const shown = lines.filter((line) => groupOf(line.dueOn, today) === group);
          if (shown.length === 0) return null;
          return (
            <Panel key={group} title={`${words.groups[group]}（${String(shown.length)}）`} flush>
              <LinkList label={words.groups[group]}>
                {shown.map((line) => (
                  <LinkRow
                    key={`${line.row.id}${line.id}${String(line.instalment?.no ?? '')}`}
                    href={`/cases/${line.row.id}`}
                    title={line.row.title}
                    text={textOf(line)}
                    aside={
                      <StatusBadge tone={clockTone(line, today)}>
                        {fileText.clocks.left(daysUntil(line.dueOn, today))}
                      </StatusBadge>
                    }
                  />
                ))}
              </LinkList>
            </Panel>
          );
        })}
      </PageColumn>
    </>
  );
}

function textOf(line: DueLine): string {
  const { id, dueOn, late } = line;
  const { due } = fileText.clocks;
  const parts = [
    clockName(line),
    due(dueOn),
    ...(late === undefined ? [] : [surchargeWords(late)]),
    DEADLINES[id].article,
  ];
  return parts.join(' · ');
}
