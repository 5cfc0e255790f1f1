import { Button } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { Fragment, useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { shiftText, tasksText as words } from '#renderer/app/language/zh/tasks.ts';
import { TaskRowLine } from '#renderer/app/tasks/TaskRowLine.tsx';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote, FormError, LoadingState } from '#renderer/components/states.tsx';
import { useTaskLines } from '#renderer/queries/tasks.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';

import { ShiftDialog } from './ShiftDialog.tsx';
import classes from './home.module.css';

/** 今天要做: the person's running tasks, overdue first, each one tap from its next site; and the end of the shift. */
export function TodayPanel(): ReactNode {
  const lines = useTaskLines('own');
  const starter = useStartInspection();
  const [handsOver, setHandsOver] = useState(false);
  return (
    <Panel
      title={words.today}
      flush
      aside={
        <Button variant="default" onClick={() => setHandsOver(true)} disabled={lines === undefined}>
          {shiftText.open}
        </Button>
      }
    >
      {lines === undefined && <LoadingState />}
      {lines?.length === 0 && <EmptyNote title={words.todayEmpty} text={words.todayEmptyText} />}
      {lines !== undefined && lines.length > 0 && (
        <LinkList label={words.today}>
          {lines.map((line) => {
            const next = line.progress.open[0];
            return (
              <Fragment key={line.task.id}>
                <TaskRowLine line={line} />
                {next !== undefined && (
                  <li className={classes['next']}>
                    <Button
                      leftSection={<IconClipboardCheck size={20} aria-hidden />}
                      loading={starter.pending}
                      onClick={() => void starter.start(next.id, line.task.plan.checklist)}
                    >
                      {words.next(next.name)}
                    </Button>
                  </li>
                )}
              </Fragment>
            );
          })}
        </LinkList>
      )}
      <FormError error={starter.error && messageOf(starter.error)} />
      <Link href="/tasks" className={classes['more']}>
        {words.all}
      </Link>
      <ChecklistQuestion starter={starter} />
      {handsOver && lines !== undefined && <ShiftDialog lines={lines} onClose={() => setHandsOver(false)} />}
    </Panel>
  );
}
