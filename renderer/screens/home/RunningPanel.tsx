import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { tasksText as words } from '#renderer/app/language/zh/tasks.ts';
import { TaskRowLine } from '#renderer/app/tasks/TaskRowLine.tsx';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useTaskLines } from '#renderer/queries/tasks.ts';

import { SHOWN } from './ListPanel.tsx';
import classes from './home.module.css';

/** For who plans: the running tasks of the organisation, overdue first, and the way to a new one. */
export function RunningPanel(): ReactNode {
  const lines = useTaskLines('all');
  return (
    <Panel
      title={words.running}
      flush
      aside={
        <Button component={Link} href="/tasks/new">
          {words.plan}
        </Button>
      }
    >
      {lines === undefined && <LoadingState />}
      {lines?.length === 0 && <EmptyNote title={words.runningEmpty} text={words.runningEmptyText} />}
      {lines !== undefined && lines.length > 0 && (
        <LinkList label={words.running}>
          {lines.slice(0, SHOWN).map((line) => (
            <TaskRowLine key={line.task.id} line={line} />
          ))}
        </LinkList>
      )}
      <Link href="/tasks" className={classes['more']}>
        {words.all}
      </Link>
    </Panel>
  );
}
