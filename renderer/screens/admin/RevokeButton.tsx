import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { devicesText as words, shortDevice } from '#renderer/app/language/zh/devices.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { ReasonDialog } from '#renderer/components/ReasonDialog.tsx';
import type { CommandResults } from '#renderer/data/client.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

type Props = {
  readonly device: string;
  /** The device still waits: it is turned down. */
  readonly rejects: boolean;
  readonly onDone: (change: CommandResults['device.revoke']) => void;
};

/** Locks a device out, with a reason that stays. */
export function RevokeButton({ device, rejects, onDone }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const command = useCommand('device.revoke');
  const short = shortDevice(device);
  const word = rejects ? words.reject : words.revoke;

  const submit = async (reason: string): Promise<void> => {
    const answer = await command.run({ device, reason });
    if (!answer.ok) return;
    setOpen(false);
    onDone(answer.value);
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {word}
      </Button>
      {open && (
        <ReasonDialog
          title={rejects ? words.rejectTitle(short) : words.revokeTitle(short)}
          label={words.reason}
          missing={words.reasonMissing}
          submit={word}
          cancel={words.cancel}
          maxLength={200}
          pending={command.pending}
          error={command.error && messageOf(command.error)}
          onSubmit={(reason) => void submit(reason)}
          onClose={() => setOpen(false)}
        >
          <Text>{rejects ? words.rejectText : words.revokeText}</Text>
        </ReasonDialog>
      )}
    </>
  );
}
