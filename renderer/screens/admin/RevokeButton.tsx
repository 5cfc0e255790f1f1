import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { devicesText as words, shortDevice } from '#renderer/app/language/zh/devices.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { CommandResults } from '#renderer/data/client.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { cleanText } from '#shared/kernel/text.ts';

type Props = {
  readonly device: string;
  /** The device still waits: it is turned down. */
  readonly rejects: boolean;
  readonly onDone: (change: CommandResults['device.revoke']) => void;
};

/** Locks a device out, with a reason that stays. */
export function RevokeButton({ device, rejects, onDone }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('device.revoke');
  const short = shortDevice(device);
  const word = rejects ? words.reject : words.revoke;
  const missing = reason.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const answer = await command.run({ device, reason: cleanText(reason).trim() });
    if (!answer.ok) return;
    setOpen(false);
    onDone(answer.value);
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {word}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={rejects ? words.rejectTitle(short) : words.revokeTitle(short)}
      >
        <Stack gap="md">
          <Text>{rejects ? words.rejectText : words.revokeText}</Text>
          <TextField
            label={words.reason}
            required
            data-autofocus
            maxLength={200}
            value={reason}
            onChange={setReason}
            error={tried && missing && words.reasonMissing}
          />
          <FormError error={command.error && messageOf(command.error)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpen(false)} disabled={command.pending}>
              {words.cancel}
            </Button>
            <Button color="red" loading={command.pending} onClick={() => void submit()}>
              {word}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
