import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { cleanText } from '#shared/kernel/text.ts';

import classes from './cases.module.css';

const words = casesText.actions;

type Props = { readonly row: CaseRow; readonly document: CaseDocument; readonly onClose: () => void };

/** Takes a spoiled number out of use, with the reason; it is never given again. */
export function VoidDialog({ row, document, onClose }: Props): ReactNode {
  useReturnFocus();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('number.void');
  const missing = reason.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const answer = await command.run({ caseId: row.id, document: document.document, reason: cleanText(reason).trim() });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.voidTitle} closeOnClickOutside={false}>
      <Stack gap="md">
        <Text>{words.voidIntro(document.number)}</Text>
        <TextArea
          label={words.voidReason}
          required
          data-autofocus
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={tried && missing && words.voidReasonMissing}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <Button color="red" loading={command.pending} onClick={() => void submit()}>
            {words.voidSubmit}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
