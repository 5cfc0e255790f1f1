import type { ReactNode } from 'react';

import { turnOf } from '#shared/task/turn.ts';

import { LinkRow } from '../../components/LinkRow.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useNames } from '../../queries/directory.ts';
import type { TaskLine } from '../../queries/tasks.ts';
import { useToday } from '../../queries/useNow.ts';
import { tasksText as words } from '../language/zh/tasks.ts';

/** A running task: how far, until when, who. */
export function TaskRowLine({ line: { task, progress } }: { readonly line: TaskLine }): ReactNode {
  const today = useToday();
  const { person } = useNames();
  const total = progress.done.length + progress.open.length;
  const turn = words.turn[turnOf(task, today)];
  const isComplete = total > 0 && progress.open.length === 0;
  const people = [...(task.team === undefined ? [] : [task.team]), ...task.assignees.map(person)].join('、');
  return (
    <LinkRow
      href={`/tasks/${task.id}`}
      title={task.plan.title}
      text={`${words.progress(progress.done.length, total)} · ${words.until(task.plan.to)} · ${people}`}
      aside={
        isComplete ? (
          <StatusBadge tone="good">{words.complete}</StatusBadge>
        ) : (
          <StatusBadge tone={turn.tone}>{turn.text}</StatusBadge>
        )
      }
    />
  );
}
