import { Button, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import type { PlannedTask, TaskLine } from '#renderer/queries/tasks.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { PeopleFields } from './PeopleFields.tsx';
import { isForNobody, type PeopleForm } from './taskForm.ts';
import classes from './tasks.module.css';

const words = tasksText.page;

/** Other people, done, cancelled: for whom that is, while the task runs. */
export function TaskActions({ line: { task, progress } }: { readonly line: TaskLine }): ReactNode {
  const [open, setOpen] = useState<'reassign' | 'done' | 'cancelled'>();
  const plans = useMayWrite('task.reassigned');
  const finishes = useMayWrite('task.done');
  const isOwn = useSession()?.org === task.org;
  if (!isOwn || task.state !== 'open' || (!plans && !finishes)) return null;
  const close = (): void => setOpen(undefined);
  return (
    <div className={classes['actions']}>
      {plans && (
        <Button variant="default" color="red" onClick={() => setOpen('cancelled')}>
          {words.cancel}
        </Button>
      )}
      {plans && (
        <Button variant="default" onClick={() => setOpen('reassign')}>
          {words.reassign}
        </Button>
      )}
      {finishes && (
        <Button variant="default" onClick={() => setOpen('done')}>
          {words.finish}
        </Button>
      )}
      {open === 'reassign' && <ReassignDialog task={task} onClose={close} />}
      {(open === 'done' || open === 'cancelled') && (
        <EndDialog task={task} as={open} left={progress.open.length} onClose={close} />
      )}
    </div>
  );
}

type EndProps = {
  readonly task: PlannedTask;
  readonly as: 'done' | 'cancelled';
  readonly left: number;
  readonly onClose: () => void;
};

function EndDialog({ task, as, left, onClose }: EndProps): ReactNode {
  const command = useCommand('task.end');
  const isDone = as === 'done';
  const submit = async (reason: string): Promise<void> => {
    if (!(await command.run({ taskId: task.id, as, reason })).ok) return;
    notifyDone(isDone ? words.finished : words.cancelled);
    onClose();
  };
  return (
    <ReasonDialog
      title={isDone ? words.finish : words.cancel}
      label={words.reasonLabel}
      missing={words.reasonMissing}
      submit={isDone ? words.finish : words.cancel}
      cancel={common.cancel}
      pending={command.pending}
      error={command.error === undefined ? undefined : messageOf(command.error)}
      onSubmit={(reason) => void submit(reason)}
      onClose={onClose}
    >
      {isDone ? words.finishText(left) : words.cancelText}
    </ReasonDialog>
  );
}

function ReassignDialog({ task, onClose }: { readonly task: PlannedTask; readonly onClose: () => void }): ReactNode {
  useReturnFocus();
  const [people, setPeople] = useState<PeopleForm>({ assignees: task.assignees, team: task.team ?? '' });
  const command = useCommand('task.reassign');
  const nobody = isForNobody(people);
  const submit = async (): Promise<void> => {
    if (nobody) return;
    const { assignees, team } = people;
    const answer = await command.run({
      ...{ taskId: task.id, assignees: [...assignees] },
      ...(team !== '' && { team }),
    });
    if (!answer.ok) return;
    notifyDone(words.reassigned);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.reassign} closeOnClickOutside={false} size="lg">
      <Stack gap="md">
        <PeopleFields people={people} onChange={setPeople} error={nobody ? tasksText.form.nobody : undefined} />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {common.cancel}
          </Button>
          <Button loading={command.pending} onClick={() => void submit()}>
            {words.reassign}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
