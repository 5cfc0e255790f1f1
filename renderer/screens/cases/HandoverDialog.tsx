import { Button, List, Modal, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { handoverText as words } from '#renderer/app/language/zh/handover.ts';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useOrgs } from '#renderer/queries/orgs.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

import classes from './cases.module.css';

type Props = { readonly row: CaseRow; readonly onClose: () => void };

/** To whom and why, and what follows from it. */
export function HandoverDialog({ row, onClose }: Props): ReactNode {
  useReturnFocus();
  const orgs = useOrgs().filter(({ org }) => org !== row.org);
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('case.handOver');
  const missing = reason.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing || to === null) return;
    const answer = await command.run({ caseId: row.id, to, reason: cleanText(reason).trim() });
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.title} closeOnClickOutside={false} size="lg">
      <Stack gap="md">
        <List spacing="xs">
          {words.follows.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Select
          label={words.receiver}
          required
          data-autofocus
          data={orgs.map(({ org, name }) => ({ value: org, label: name }))}
          value={to}
          onChange={setTo}
          error={tried && to === null && words.receiverMissing}
        />
        <TextArea
          label={words.reason}
          required
          maxLength={1000}
          value={reason}
          onChange={setReason}
          error={tried && missing && words.reasonMissing}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <div className={classes['actions']}>
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <Button loading={command.pending} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
