import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { TextArea } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { SyncItem } from '#renderer/queries/syncItems.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { itemTitle } from './itemWords.ts';

const OF_NUMBER = new Set(['document.issued', 'number.granted']);

/** Takes a refused item back for good, with a reason that everybody who may read the case can read. */
export function WithdrawDialog({
  item,
  onClose,
}: {
  readonly item: SyncItem;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('sync.withdraw');
  const missing = reason.trim() === '';
  const title = itemTitle(item);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const answer = await command.run({ item: item.key, reason: cleanText(reason).trim() });
    if (!answer.ok) return;
    notifyDone(words.withdrawn(answer.value.withdrawn.length, answer.value.voided.join('、')));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.withdrawTitle} closeOnClickOutside={false}>
      <Stack gap="md">
        <Text>{item.kind === 'record' ? words.withdrawIntro(title) : words.withdrawFile(title)}</Text>
        {item.kind === 'record' && <Text c="dimmed">{words.withdrawAlong}</Text>}
        {OF_NUMBER.has(item.what) && <Text fw={600}>{words.withdrawNumber}</Text>}
        <TextArea
          label={words.withdrawReason}
          required
          data-autofocus
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={tried && missing && words.withdrawReasonMissing}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <Button color="red" loading={command.pending} onClick={() => void submit()}>
            {words.withdrawSubmit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
