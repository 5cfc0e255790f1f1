import { Button, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { FormError, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import { PeopleFields } from './PeopleFields.tsx';
import { PlanFields } from './PlanFields.tsx';
import { emptyTask, planOf, taskErrors, type TaskForm } from './taskForm.ts';
import classes from './tasks.module.css';

const words = tasksText.form;

/** 派任务: a patrol by street and checklist. */
export function NewTaskPage(): ReactNode {
  const catalogue = useCatalogue();
  if (catalogue === undefined) return <LoadingState />;
  return (
    <>
      <PageHeader title={words.title} back="/tasks" />
      <PageColumn narrow>
        {catalogue === null ? (
          <FormError error={messageOf({ code: 'catalogue_unreadable' })} />
        ) : (
          <PlanForm catalogue={catalogue} />
        )}
      </PageColumn>
    </>
  );
}

function PlanForm({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const today = useToday();
  const [touched, setTouched] = useState<TaskForm>();
  const [tried, setTried] = useState(false);
  const command = useCommand('task.plan');
  const [, navigate] = useLocation();
  // The clock may be set from outside: until something is typed, today is today.
  const form = touched ?? emptyTask(today);
  const errors = taskErrors(form);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    const answer = await command.run(planOf(form, namesOf(catalogue, form)));
    if (!answer.ok) return;
    notifyDone(words.done);
    navigate(`/tasks/${answer.value.taskId}`, { replace: true });
  };
  const shown = tried ? errors : {};
  return (
    <Panel>
      <Stack gap="md">
        <PlanFields form={form} onChange={setTouched} errors={shown} catalogue={catalogue} />
        <PeopleFields
          people={form}
          onChange={({ assignees, team }) => setTouched({ ...form, assignees, team })}
          error={shown.assignees}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button loading={command.pending} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}

function namesOf(
  { divisions, checklists }: Catalogue,
  form: TaskForm,
): { readonly street: string; readonly checklist: string } {
  const streets = divisions.flatMap((division) => division.streets).filter(({ code }) => form.streets.includes(code));
  const checklist = checklists.find(({ id }) => id === form.checklist)?.name ?? form.checklist;
  return { street: streets.map(({ name }) => name).join('、'), checklist };
}
