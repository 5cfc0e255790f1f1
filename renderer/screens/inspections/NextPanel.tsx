import { Button, Text } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { CaseLine } from '#renderer/queries/caseLines/line.ts';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';

import classes from './NextPanel.module.css';
import { NoticeButton } from './NoticeButton.tsx';
import { hasNotice } from './hasNotice.ts';

const words = inspectionsText.view;

type Props = {
  readonly row: InspectionRow;
  readonly cases: readonly CaseLine[];
  readonly checklist: Checklist | undefined;
};

/** What follows from the inspection: register the failures as a case, tell the shop, or the cases that were registered. */
export function NextPanel({ row, cases, checklist }: Props): ReactNode {
  const failed = row.answers.filter((answer) => answer.answer === 'fail').length;
  if (cases.length > 0) {
    return (
      <Panel title={words.cases} aside={<NoticeButton row={row} checklist={checklist} />} flush>
        <LinkList label={words.cases}>
          {cases.map((found) => (
            <LinkRow
              key={found.id}
              href={`/cases/${found.id}`}
              title={found.title}
              aside={<StatusBadge tone={stageWords[found.stage].tone}>{stageWords[found.stage].text}</StatusBadge>}
            />
          ))}
        </LinkList>
      </Panel>
    );
  }
  if (failed === 0) {
    return (
      <Panel>
        <StatusBadge tone="good">{words.allPassed}</StatusBadge>
      </Panel>
    );
  }
  return (
    <section className={classes['next']} aria-label={words.failedTitle(failed)}>
      <div>
        <h2 className={classes['title']}>{words.failedTitle(failed)}</h2>
        <Text>{words.failedHint}</Text>
        {hasNotice(row, checklist) && (
          <Text c="dimmed" size="sm">
            {words.laterHint}
          </Text>
        )}
      </div>
      <div className={classes['buttons']}>
        <NoticeButton row={row} checklist={checklist} />
        <Button
          component={Link}
          href={`/cases/new/${row.id}`}
          size="lg"
          leftSection={<IconGavel size={22} aria-hidden />}
        >
          {words.openCase}
        </Button>
      </div>
    </section>
  );
}
