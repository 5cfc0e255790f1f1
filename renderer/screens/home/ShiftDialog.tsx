import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { shiftText as words } from '#renderer/app/language/zh/tasks.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useOwnCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useColleagues } from '#renderer/queries/people.ts';
import type { TaskLine } from '#renderer/queries/tasks.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

import classes from './home.module.css';

const MOST_CASES = 200;
const MOST_SITES = 500;
const MOST_TASKS = 50;

type Props = { readonly lines: readonly TaskLine[]; readonly onClose: () => void };

/** 交班: to whom, with what is open and a note; exists only while it is open. */
export function ShiftDialog({ lines, onClose }: Props): ReactNode {
  useReturnFocus();
  const me = useSession()?.user;
  const people = (useColleagues() ?? []).filter(({ user }) => user !== me);
  const due = useOwnCaseLines({ recheckDue: true, most: MOST_CASES });
  const cases = due?.lines ?? [];
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('task.handOver');
  const isEmpty = lines.length === 0 && cases.length === 0;
  const noteMissing = isEmpty && note.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (to === null || noteMissing) return;
    const answer = await command.run({
      to,
      note: cleanText(note).trim(),
      tasks: lines.slice(0, MOST_TASKS).map(({ task, progress: { open, done } }) => ({
        taskId: task.id,
        done: done.length,
        total: done.length + open.length,
        sites: open.slice(0, MOST_SITES).map(({ id }) => id),
      })),
      cases: cases.map(({ id }) => id),
    });
    if (!answer.ok) return;
    notifyDone(words.done(people.find(({ user }) => user === to)?.name ?? to));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnClickOutside={false} size="lg">
      <Stack gap="md">
        <Text>{words.hint}</Text>
        {isEmpty ? (
          <Text>{words.nothing}</Text>
        ) : (
          <div>
            <Text>{words.tasks(lines.length)}</Text>
            <Text>{words.cases(cases.length)}</Text>
          </div>
        )}
        <Select
          label={words.to}
          required
          searchable
          data={people.map(({ user, name }) => ({ value: user, label: name }))}
          value={to}
          onChange={setTo}
          error={tried && to === null && words.toMissing}
        />
        <TextArea
          label={words.note}
          description={words.noteHint}
          maxLength={1000}
          value={note}
          onChange={setNote}
          error={tried && noteMissing && words.noteMissing}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <Button loading={command.pending} disabled={due === undefined} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
