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

/** 退回: needs a reason, because the officer has to know what to put right. */
export function ReturnForm({ caseId, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const form = useFocusFirst();
  const command = useCommand('supervision.return');
  const missing = reason.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const answer = await command.run({ caseId, reason: cleanText(reason).trim() });
    if (!answer.ok) return;
    notifyDone(words.doneReturned);
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
      <TextArea
        label={words.reason}
        description={words.reasonHint}
        withAsterisk

        maxLength={1000}
        value={reason}
        onChange={setReason}
        error={tried && missing && words.reasonMissing}
      />
      <FormError
        error={
          command.error && { ...messageOf(command.error), what: `${words.failed}：${messageOf(command.error).what}` }
        }
      />
      <div className={classes['choices']}>
        <Button variant="default" onClick={onClose} disabled={command.pending}>
          {words.cancel}
        </Button>
        <Button type="submit" color="red" loading={command.pending}>
          {words.confirmReturn}
        </Button>
      </div>
    </form>
  );
}
