import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { restored as words } from '#renderer/app/language/zh/restored.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

/** Asks once for a carrier's account and sends by it what waits for others. Nothing of it is kept. */
export function CarryDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  useReturnFocus();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand('sync.carry');
  const submit = async (): Promise<void> => {
    const answer = await command.run({ user, password });
    setPassword('');
    if (answer.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.carry} closeOnClickOutside={false}>
      <Stack gap="md">
        <Text>{words.carryText}</Text>
        <TextField label={words.carrier} required data-autofocus value={user} onChange={setUser} />
        <PasswordInput
          label={words.password}
          required
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FormError error={command.error && messageOf(command.error)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <Button loading={command.pending} disabled={user === '' || password === ''} onClick={() => void submit()}>
            {words.send}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
