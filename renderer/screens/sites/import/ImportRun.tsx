import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { siteImportText as words } from '#renderer/app/language/zh/siteImport.ts';
import { ConfirmButton } from '#renderer/components/ConfirmButton.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useBatchCount } from '#renderer/queries/knownSites.ts';

import type { ImportRuns, KeptImport } from './useImportRuns.ts';

type Props = { readonly run: KeptImport; readonly runs: ImportRuns; readonly register: string };

/** One import: what it was, how far it is, and what can be done with it. */
export function ImportRun({ run, runs, register }: Props): ReactNode {
  const { batch, draft, at } = run;
  const work = runs.work?.batch === batch ? runs.work : undefined;
  const error = runs.error?.batch === batch ? runs.error : undefined;
  return (
    <li>
      <Stack gap="xs" py="sm">
        <Text fw={600}>{words.of(register, draft.file)}</Text>
        <Text size="sm">{showInstant(at)}</Text>
        {work === undefined ? (
          <State run={run} />
        ) : (
          <>
            <Text role="status">{(work.is === 'undo' ? words.undoing : words.progress)(work.done, draft.total)}</Text>
            <Progress value={(100 * work.done) / Math.max(1, draft.total)} aria-label={words.runs} />
          </>
        )}
        <FormError error={error && messageOf(error)} />
        {runs.work === undefined && <Buttons run={run} runs={runs} />}
      </Stack>
    </li>
  );
}

function State({ run: { batch, draft } }: { readonly run: KeptImport }): ReactNode {
  const count = useBatchCount(batch) ?? 0;
  const { undone, rows, total } = draft;
  if (undone !== undefined)
    return (
      <>
        <Text>{words.undone(undone.withdrawn)}</Text>
        {undone.kept.length > 0 && <Text>{words.kept(undone.kept.length)}</Text>}
        <ul>
          {undone.kept.slice(0, 100).map(({ siteId, name }) => (
            <li key={siteId}>
              <Link href={`/sites/${siteId}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </>
    );
  return <Text>{rows === undefined ? words.finished(total) : words.unfinished(count, total)}</Text>;
}

function Buttons({ run, runs }: Omit<Props, 'register'>): ReactNode {
  const { draft } = run;
  if (draft.undone !== undefined)
    return (
      <Group>
        <Button variant="default" onClick={() => void runs.forget(run)}>
          {words.forget}
        </Button>
      </Group>
    );
  return (
    <Group>
      {draft.rows !== undefined && <Button onClick={() => void runs.resume(run)}>{words.resume}</Button>}
      <Button component={Link} href={`/sites?register=${draft.register}`} variant="default">
        {words.show}
      </Button>
      <ConfirmButton
        title={words.undo}
        text={words.undoText}
        confirm={words.undoAsk}
        color="red"
        onConfirm={() => void runs.undo(run)}
      >
        {words.undo}
      </ConfirmButton>
    </Group>
  );
}
