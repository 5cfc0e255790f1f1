import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { tasksText as words } from '#renderer/app/language/zh/tasks.ts';
import { TaskRowLine } from '#renderer/app/tasks/TaskRowLine.tsx';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useEndedTasks, useTaskLines } from '#renderer/queries/tasks.ts';

/** Every task of the organisation: those that run, overdue first, and those that ended. */
export function TasksPage(): ReactNode {
  const lines = useTaskLines('all');
  const ended = useEndedTasks() ?? [];
  const plans = useMayWrite('task.planned');
  const actions = plans && (
    <Button component={Link} href="/tasks/new">
      {words.plan}
    </Button>
  );
  return (
    <>
      <PageHeader title={words.all} back="/" actions={actions} />
      <PageColumn>
        <Panel title={words.running} flush>
          {lines === undefined && <LoadingState />}
          {lines?.length === 0 && <EmptyNote title={words.runningEmpty} text={words.runningEmptyText} />}
          {lines !== undefined && lines.length > 0 && (
            <LinkList label={words.running}>
              {lines.map((line) => (
                <TaskRowLine key={line.task.id} line={line} />
              ))}
            </LinkList>
          )}
        </Panel>
        {ended.length > 0 && (
          <Panel title={words.ended} flush>
            <LinkList label={words.ended}>
              {ended.map((task) => (
                <LinkRow
                  key={task.id}
                  href={`/tasks/${task.id}`}
                  title={task.plan.title}
                  text={task.ended?.reason}
                  aside={words.states[task.state]}
                />
              ))}
            </LinkList>
          </Panel>
        )}
      </PageColumn>
    </>
  );
}
