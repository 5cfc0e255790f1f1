import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { shiftText as words } from '#renderer/app/language/zh/tasks.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import { useStreamTitles } from '#renderer/queries/streamTitles.ts';
import { useShiftsLeft, type ShiftLeft } from '#renderer/queries/tasks.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import classes from './home.module.css';

/** 接班: what colleagues left for the person; nothing at all when it was all read. */
export function TakeOverPanel(): ReactNode {
  const shifts = useShiftsLeft();
  return shifts?.map((left) => <OneShift key={left.shift} left={left} />);
}

function OneShift({ left: { shift, parts } }: { readonly left: ShiftLeft }): ReactNode {
  const { person } = useNames();
  const command = useCommand('task.receive');
  const first = parts[0]?.left;
  const cases = parts.flatMap(({ left }) => left.cases);
  const titles = useStreamTitles(cases.map((id) => `case:${id}`));
  if (first === undefined) return null;
  const submit = async (): Promise<void> => {
    if ((await command.run({ shift })).ok) notifyDone(words.received);
  };
  return (
    <Panel title={words.panel}>
      <Stack gap="sm">
        <Text fw={600}>{words.from(person(first.by), showInstant(first.at))}</Text>
        {first.note !== undefined && <Text style={{ whiteSpace: 'pre-wrap' }}>{first.note}</Text>}
        <ul className={classes['left']}>
          {parts.map(
            ({ task, left }) =>
              task.plan !== undefined && (
                <li key={task.id}>
                  <Link href={`/tasks/${task.id}`}>
                    {task.plan.title}（{words.task(left.done, left.total)}）
                  </Link>
                </li>
              ),
          )}
          {cases.map((id) => (
            <li key={id}>
              <Link href={`/cases/${id}`}>
                {words.waiting}：{titles?.get(`case:${id}`) ?? id}
              </Link>
            </li>
          ))}
        </ul>
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button loading={command.pending} onClick={() => void submit()}>
            {words.confirm}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
