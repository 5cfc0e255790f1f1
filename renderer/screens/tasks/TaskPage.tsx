import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { PageColumn, Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { EmptyNote, EmptyState, LoadingState } from '#renderer/components/states.tsx';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useNames } from '#renderer/queries/directory.ts';
import { useTask, type PlannedTask, type TaskLine } from '#renderer/queries/tasks.ts';

import { OpenSites } from './OpenSites.tsx';
import { TaskActions } from './TaskActions.tsx';
import classes from './tasks.module.css';

const words = tasksText.page;
const SHOWN = 100;

/** One patrol: what it asks, what is still to be inspected, what was. */
export function TaskPage({ id }: { readonly id: string }): ReactNode {
  const line = useTask(id);
  if (line === undefined) return <LoadingState />;
  if (line === null)
    return (
      <>
        <PageHeader title={words.about} back="/tasks" />
        <EmptyState title={tasksText.missing} text={tasksText.missingText} />
      </>
    );
  const { task, progress } = line;
  return (
    <>
      <PageHeader title={task.plan.title} back="/tasks" />
      <PageColumn>
        <About line={line} />
        <TaskActions line={line} />
        <OpenSites line={line} />
        <Panel title={`${words.done}（${String(progress.done.length)}）`} flush>
          {progress.done.length === 0 && <EmptyNote title={words.doneEmpty} text={words.doneEmptyText} />}
          {progress.done.length > 0 && (
            <LinkList label={words.done}>
              {progress.done.slice(0, SHOWN).map(({ site, inspection }) => (
                <LinkRow key={site.id} href={`/inspections/${inspection}`} title={site.name} text={site.address} />
              ))}
            </LinkList>
          )}
          {progress.done.length > SHOWN && (
            <p className={classes['more']}>{words.more(progress.done.length - SHOWN)}</p>
          )}
        </Panel>
        <History task={task} />
      </PageColumn>
    </>
  );
}

function About({ line: { task, progress } }: { readonly line: TaskLine }): ReactNode {
  const { person } = useNames();
  const catalogue = useCatalogue();
  const { plan, ended } = task;
  const streets = (catalogue?.divisions ?? []).flatMap((division) => division.streets);
  const people = [...(task.team === undefined ? [] : [task.team]), ...task.assignees.map(person)].join('、');
  const total = progress.done.length + progress.open.length;
  const checklist = catalogue?.checklists.find(({ id }) => id === plan.checklist)?.name;
  const street = plan.streets.map((code) => streets.find((one) => one.code === code)?.name ?? code);
  return (
    <Panel title={words.about}>
      <KeyValue
        rows={[
          { key: words.progress, value: tasksText.progress(progress.done.length, total) },
          { key: words.state, value: tasksText.states[task.state] },
          ...(ended === undefined ? [] : [{ key: words.reason, value: ended.reason }]),
          { key: words.people, value: people },
          { key: words.period, value: `${plan.from} — ${plan.to}` },
          { key: words.streets, value: street.join('、') },
          { key: words.checklist, value: checklist ?? plan.checklist },
          ...(plan.note === undefined ? [] : [{ key: words.note, value: plan.note }]),
          { key: words.by, value: person(task.by) },
        ]}
      />
    </Panel>
  );
}

function History({ task }: { readonly task: PlannedTask }): ReactNode {
  const { person } = useNames();
  if (task.handovers.length === 0) return null;
  return (
    <Panel title={words.history} flush>
      <PlainList>
        {task.handovers.map((one) => (
          <li key={one.shift} className={classes['site']}>
            <span>
              {words.handedOver(person(one.by), person(one.to))} · {showInstant(one.at)}
              {one.note !== undefined && <span className={classes['soft']}> {one.note}</span>}
            </span>
            <span>{one.receivedAt === undefined ? words.unread : words.read(showInstant(one.receivedAt))}</span>
          </li>
        ))}
      </PlainList>
    </Panel>
  );
}
