import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

import classes from './review.module.css';
import { useFocusFirst } from './useFocusFirst.ts';

type Props = { readonly caseId: string; readonly onClose: () => void };

/** 认可, with a note when there is something to add. */
export function AcceptForm({ caseId, onClose }: Props): ReactNode {
  const [note, setNote] = useState('');
  const form = useFocusFirst();
  const command = useCommand('supervision.accept');

  const submit = async (): Promise<void> => {
    const answer = await command.run({ caseId, note: cleanText(note).trim() });
    if (!answer.ok) return;
    notifyDone(words.doneAccepted);
    onClose();
  };
  return (
    <form
      ref={form}
      className={classes['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea label={words.note} maxLength={1000} value={note} onChange={setNote} />
      <FormError
        error={
          command.error && { ...messageOf(command.error), what: `${words.failed}：${messageOf(command.error).what}` }
        }
      />
      <div className={classes['choices']}>
        <Button variant="default" onClick={onClose} disabled={command.pending}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={command.pending}>
          {words.confirmAccept}
        </Button>
      </div>
    </form>
  );
}
