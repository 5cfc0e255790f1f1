import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { ChecklistQuestion } from '#renderer/app/ChecklistQuestion.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { tasksText } from '#renderer/app/language/zh/tasks.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { PlainList } from '#renderer/components/PlainList.tsx';
import { EmptyNote, FormError } from '#renderer/components/states.tsx';
import { useMayWrite } from '#renderer/queries/role.ts';
import type { TaskLine } from '#renderer/queries/tasks.ts';
import { useStartInspection } from '#renderer/queries/useStartInspection.ts';

import classes from './tasks.module.css';

const words = tasksText.page;
const SHOWN = 100;

/** What is still to be inspected, in the order to walk it, each with the way to its checklist. */
export function OpenSites({ line: { task, progress } }: { readonly line: TaskLine }): ReactNode {
  const starter = useStartInspection();
  const inspects = useMayWrite('inspection.submitted') && task.state === 'open';
  const { open, done } = progress;
  return (
    <Panel title={`${words.open}（${String(open.length)}）`} flush>
      {open.length === 0 &&
        (done.length === 0 ? (
          <EmptyNote title={words.noSites} text={words.noSitesText} />
        ) : (
          <EmptyNote title={words.openEmpty} text={words.openEmptyText} />
        ))}
      <FormError error={starter.error && messageOf(starter.error)} />
      <PlainList label={words.open}>
        {open.slice(0, SHOWN).map((site) => (
          <li key={site.id} className={classes['site']}>
            <Link href={`/sites/${site.id}`} className={classes['name']}>
              {site.name}
              <span className={classes['soft']}>{site.address}</span>
            </Link>
            {inspects && (
              <Button
                variant="light"
                aria-label={words.startAt(site.name)}
                disabled={starter.pending}
                onClick={() => void starter.start(site.id, task.plan.checklist)}
              >
                {words.start}
              </Button>
            )}
          </li>
        ))}
      </PlainList>
      {open.length > SHOWN && <p className={classes['more']}>{words.more(open.length - SHOWN)}</p>}
      <ChecklistQuestion starter={starter} />
    </Panel>
  );
}
